/** The share of all places that those without a credential may fill. */
const SHARE_OF_EVERYONE = 0.8;

/** Counts what is being worked on, and says who may still come in. Pure. */
export class Admission {
  private atWork = 0;
  private readonly mostOfEveryone: number;

  /** @param most at least 1 */
  constructor(private readonly most: number) {
    this.mostOfEveryone = Math.max(1, Math.floor(most * SHARE_OF_EVERYONE));
  }

  hasRoom(known: boolean): boolean {
    return this.atWork < (known ? this.most : this.mostOfEveryone);
  }

  /** @returns whether there is a place; who got one leaves it again */
  enter(known: boolean): boolean {
    const has = this.hasRoom(known);
    if (has) this.atWork += 1;
    return has;
  }

  leave(): void {
    this.atWork -= 1;
  }
}
