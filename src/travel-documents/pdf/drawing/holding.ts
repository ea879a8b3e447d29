/** So long nobody must have waited before it goes on: people who come one after the other leave gaps that are too short to draw in. */
const QUIET_MS = 20;
/** Held for so long, it goes on in the next moment in which nobody waits, until somebody does … */
const HELD_MS = 200;
/** … and where there is no such moment for so long, all the same … */
const UNTIL_MS = 100;
/** … for a little. */
const GOING_MS = 15;

/** Holds work still while people wait for answers, but never for good: a document is somebody's too. */
export class Holding {
  private state: 'free' | 'held' | 'due' | 'going' = 'free';
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
    if (peopleWait) {
      clearTimeout(this.quiet);
      if (this.state === 'free') this.stop();
    } else if (this.state === 'due') this.end();
    else if (this.state === 'held') {
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => this.end(), QUIET_MS).unref();
    }
  }

  /** Lets it go on, until told again. */
  end(): void {
    clearTimeout(this.turn);
    clearTimeout(this.quiet);
    if (this.state === 'held' || this.state === 'due') this.release();
    this.state = 'free';
  }

  private stop(): void {
    this.hold();
    this.state = 'held';
    this.turn = setTimeout(() => this.fallDue(), HELD_MS).unref();
  }

  private fallDue(): void {
    if (!this.peopleWait) return this.end();
    this.state = 'due';
    this.turn = setTimeout(() => this.goOn(), UNTIL_MS).unref();
  }

  private goOn(): void {
    this.end();
    this.state = 'going';
    this.turn = setTimeout(() => {
      this.state = 'free';
      if (this.peopleWait) this.stop();
    }, GOING_MS).unref();
  }
}
