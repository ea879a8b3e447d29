/** So long is nobody's drawing held at a time, however many people wait … */
const HELD_MS = 200;
/** … and so long it goes on then. */
const GOING_MS = 50;

/** Holds work still while people wait for answers, but never for good: a document is somebody's too. */
export class Holding {
  private state: 'free' | 'held' | 'going' = 'free';
  private peopleWait = false;
  private timer: NodeJS.Timeout | undefined;

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
    if (peopleWait && this.state === 'free') this.stop();
    else if (!peopleWait && this.state === 'held') this.end();
  }

  /** Lets it go on, until told again. */
  end(): void {
    clearTimeout(this.timer);
    if (this.state === 'held') this.release();
    this.state = 'free';
  }

  private stop(): void {
    this.hold();
    this.state = 'held';
    this.after(HELD_MS, () => {
      this.release();
      this.state = 'going';
      this.after(GOING_MS, () => {
        this.state = 'free';
        this.tell(this.peopleWait);
      });
    });
  }

  private after(milliseconds: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, milliseconds).unref();
  }
}
