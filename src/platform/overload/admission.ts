/** The share of all places that those without a credential may fill. */
const SHARE_OF_EVERYONE = 0.8;
/** The share that requests which are still being received are counted with at most: slow senders hold no more. */
const SHARE_OF_ARRIVING = 0.1;

/** Counts what is being worked on, and says who may still come in. Pure. */
export class Admission {
  private atWork = 0;
  private arriving = 0;
  private readonly mostOfEveryone: number;
  private readonly mostOfArriving: number;

  /** @param most at least 1 */
  constructor(private readonly most: number) {
    this.mostOfEveryone = Math.max(1, Math.floor(most * SHARE_OF_EVERYONE));
    this.mostOfArriving = Math.floor(most * SHARE_OF_ARRIVING);
  }

  /** Whether somebody would get a place who came now, with those who are on their way in. */
  hasRoom(known: boolean): boolean {
    return this.atWork + Math.min(this.arriving, this.mostOfArriving) < this.mostFor(known);
  }

  /** Somebody begins to come in. @returns what to call, once, when they are in or gone */
  approach(): () => void {
    this.arriving += 1;
    return () => {
      this.arriving -= 1;
    };
  }

  /** @returns whether there is a place; who got one leaves it again */
  enter(known: boolean): boolean {
    const has = this.atWork < this.mostFor(known);
    if (has) this.atWork += 1;
    return has;
  }

  leave(): void {
    this.atWork -= 1;
  }

  private mostFor(known: boolean): number {
    return known ? this.most : this.mostOfEveryone;
  }
}
