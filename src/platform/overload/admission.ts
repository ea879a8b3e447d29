/** The share of all places that those without a credential may fill. */
const SHARE_OF_EVERYONE = 0.8;
/** The share that requests which are still being received are counted with at most: slow senders hold no more. */
const SHARE_OF_ARRIVING = 0.1;

/** Which of the counts is what. */
const [AT_WORK, ARRIVING, LET_BY, REFUSED] = [0, 1, 2, 3];

/** Counts what is being worked on, and says who may still come in; the thread at the door and the service share one count. */
export class Admission {
  private readonly counts: Int32Array;
  private readonly mostOfEveryone: number;
  private readonly mostOfArriving: number;

  /**
   * @param most at least 1
   * @param memory another thread's, to count with it
   */
  constructor(
    readonly most: number,
    readonly memory = new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT),
  ) {
    this.counts = new Int32Array(memory);
    this.mostOfEveryone = Math.max(1, Math.floor(most * SHARE_OF_EVERYONE));
    this.mostOfArriving = Math.floor(most * SHARE_OF_ARRIVING);
  }

  /** How many were told to come again. */
  get refused(): number {
    return this.count(REFUSED);
  }

  /** Whether somebody would get a place who came now, with those who are on their way in. */
  hasRoom(known: boolean): boolean {
    const arriving = Math.min(this.count(ARRIVING), this.mostOfArriving);
    return this.count(AT_WORK) + arriving + this.count(LET_BY) < this.mostFor(known);
  }

  /** The door has let a whole request by. */
  letBy(): void {
    this.add(LET_BY, 1);
  }

  /** The service has met one that the door let by, or it was given up. */
  met(): void {
    this.add(LET_BY, -1);
  }

  /** Somebody begins to come in. @returns what to call, once, when they are in or gone */
  approach(): () => void {
    this.add(ARRIVING, 1);
    return () => this.add(ARRIVING, -1);
  }

  /** @returns whether there is a place; who got one leaves it again */
  enter(known: boolean): boolean {
    const has = this.count(AT_WORK) < this.mostFor(known);
    if (has) this.add(AT_WORK, 1);
    return has;
  }

  leave(): void {
    this.add(AT_WORK, -1);
  }

  refuse(): void {
    this.add(REFUSED, 1);
  }

  private mostFor(known: boolean): number {
    return known ? this.most : this.mostOfEveryone;
  }

  private count(what: number): number {
    return Atomics.load(this.counts, what);
  }

  private add(what: number, by: number): void {
    Atomics.add(this.counts, what, by);
  }
}
