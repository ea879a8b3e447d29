/** Less of a person than this is nobody. */
const NOBODY = 1e-6;

/**
 * How many people will be due and waiting in each minute ahead, where the counters take so many in each, and where
 * there is room for more: Lindley's recursion on expected numbers. A counter that idles waits for the next person, so
 * below nobody waiting lie as many idle counters as there are; what they do not use beyond that is lost.
 */
export class DuePeople {
  /** Below 0: idle counters. */
  private readonly waiting: Float64Array;
  /** The same before what is lost is left out. */
  private readonly balance: Float64Array;

  /**
   * @param due people due in each minute
   * @param starts how many the counters will have taken by each minute
   * @param most how many may be due and waiting at each minute
   * @param counters how many may idle
   * @param opening the first minute in which anybody is taken; before it, people may gather
   */
  constructor(
    due: Float64Array,
    starts: Float64Array,
    private readonly most: Float64Array,
    private readonly counters: number,
    private readonly opening: number,
  ) {
    const { length } = due;
    this.waiting = new Float64Array(length);
    this.balance = new Float64Array(length);
    for (let i = 0, before = 0, taken = 0; i < length; i++) {
      this.balance[i] = before + due[i]! - (starts[i]! - taken);
      before = this.waiting[i] = Math.max(-counters, this.balance[i]!);
      taken = starts[i]!;
    }
  }

  /** @returns the first minute from `earliest` in which one more, counted as `chance`, has room; -1 where there is none */
  firstRoom(earliest: number, chance: number): number {
    for (let i = Math.max(earliest, this.opening); i < this.most.length; i++)
      if (this.hasRoom(i, chance)) return i;
    return -1;
  }

  /** Counts one more in from a minute on. */
  add(minute: number, chance: number): void {
    for (let i = minute, more = chance; i < this.most.length && more > NOBODY; i++) {
      this.balance[i]! += more;
      more = Math.max(-this.counters, this.balance[i]!) - this.waiting[i]!;
      this.waiting[i]! += more;
    }
  }

  /** @returns how many are due and not yet taken at a minute */
  waitingAt(minute: number): number {
    return Math.max(0, this.waiting[minute]!);
  }

  private hasRoom(minute: number, chance: number): boolean {
    for (let i = minute, more = chance; i < this.most.length; i++) {
      more = Math.max(-this.counters, this.balance[i]! + more) - this.waiting[i]!;
      if (more < NOBODY) return true;
      if (this.waiting[i]! + more > this.most[i]!) return false;
    }
    return true;
  }
}
