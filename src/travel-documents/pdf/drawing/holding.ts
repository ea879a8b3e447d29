/** So long nobody must have waited before it goes on: people who come one after the other leave gaps that are too short to draw in. */
const QUIET_MS = 20;
/** Held for so long, it goes on when the next answer has been given: the next one who waits is farthest then … */
const HELD_MS = 200;
/** … and where nobody's answer leaves nobody waiting for so long, all the same … */
const UNTIL_MS = 100;
/** … for so long. */
const GOING_MS = 10;

/** Holds work still while people wait for answers, but never for good: a document is somebody's too. */
export class Holding {
  private state: 'free' | 'held' | 'due' | 'in a gap' | 'all the same' = 'free';
  private peopleWait = false;
  private turn: NodeJS.Timeout | undefined;
  private quiet: NodeJS.Timeout | undefined;

  /**
   * @param hold stops the work at once
   * @param release lets it go on
   */
  constructor(
    private readonly hold: () => void,
    private readonly release: () => void,
  ) {}

  tell(peopleWait: boolean): void {
    this.peopleWait = peopleWait;
    clearTimeout(this.quiet);
    if (peopleWait) {
      if (this.state === 'free' || this.state === 'in a gap') this.stop();
    } else if (this.state === 'due') this.goOn('in a gap');
    else this.endWhenQuiet();
  }

  /** Lets it go on, until told again. */
  end(): void {
    clearTimeout(this.turn);
    clearTimeout(this.quiet);
    if (this.state === 'held' || this.state === 'due') this.release();
    this.state = 'free';
  }

  private stop(): void {
    clearTimeout(this.turn);
    this.hold();
    this.state = 'held';
    this.turn = setTimeout(() => {
      this.state = 'due';
      this.turn = setTimeout(() => this.goOn('all the same'), UNTIL_MS).unref();
    }, HELD_MS).unref();
  }

  private goOn(as: 'in a gap' | 'all the same'): void {
    this.end();
    this.state = as;
    this.turn = setTimeout(() => {
      this.stop();
      if (!this.peopleWait) this.endWhenQuiet();
    }, GOING_MS).unref();
  }

  private endWhenQuiet(): void {
    if (this.state === 'held') this.quiet = setTimeout(() => this.end(), QUIET_MS).unref();
  }
}
