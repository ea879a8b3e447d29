import { jointBits } from './joint-bits.js';
import type { ScoredPair, Weighing } from './scored-pair.js';

/** Two groups of records that may be one person, shown by their likeliest pair. */
export interface GroupPair {
  pair: ScoredPair;
  bits: number;
}

const SWEEPS = 3;
/** From what is beyond doubt (16 bits are 65,000 to 1) on down, in steps. */
const SUREST = 16;
const STEP = 0.5;

/**
 * Binds records into groups of one person each, the surest first. Two groups become one where all that is known of both
 * together says so: pairs that agree with it strengthen a link, and one weak link never merges two groups.
 */
export class Groups {
  private groupOf: number[][];
  /** Pairs that were bound, and how many of them are expected to be two people. */
  private bound = { pairs: 0, wrong: 0 };

  constructor(
    records: number,
    private readonly weighing: Weighing,
  ) {
    this.groupOf = Array.from({ length: records }, (_, index) => [index]);
  }

  /** Merges less and less sure groups as long as of all pairs bound no more than `mostWrong` are expected to be wrong. */
  mergeSurely(sorted: ScoredPair[], least: number, mostWrong: number): void {
    for (let bits = SUREST; bits >= Math.log2(least / (1 - least)); bits -= STEP) {
      const before = [...new Set(this.groupOf)].map((group) => [...group]);
      this.merge(sorted, bits);
      if (this.bound.wrong <= mostWrong * this.bound.pairs) continue;
      for (const group of before) for (const record of group) this.groupOf[record] = group;
      return;
    }
  }

  private merge(sorted: ScoredPair[], leastBits: number): void {
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      let merged = false;
      for (const { a, b } of sorted) {
        const [one, other] = [this.groupOf[a]!, this.groupOf[b]!];
        if (one === other) continue;
        const bits = jointBits(one, other, this.weighing);
        if (bits < leastBits) continue;
        this.bind(one, other, bits);
        merged = true;
      }
      if (!merged) return;
    }
  }

  private bind(one: number[], other: number[], bits: number): void {
    const pairs = one.length * other.length;
    this.bound.pairs += pairs;
    this.bound.wrong += pairs / (1 + 2 ** bits);
    one.push(...other);
    for (const record of other) this.groupOf[record] = one;
  }

  /** All pairs within the groups. */
  pairs(): [number, number][] {
    return [...new Set(this.groupOf)].flatMap((group) => {
      const sorted = [...group].sort((x, y) => x - y);
      return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b): [number, number] => [a, b]));
    });
  }

  /** What is left open between two groups each, the likeliest first. */
  open(sorted: ScoredPair[]): GroupPair[] {
    const seen = new Map<number[], Set<number[]>>();
    const open: GroupPair[] = [];
    for (const pair of sorted) {
      const [one, other] = [this.groupOf[pair.a]!, this.groupOf[pair.b]!];
      if (one === other || seen.get(one)?.has(other)) continue;
      for (const [from, to] of [[one, other], [other, one]] as const)
        seen.set(from, (seen.get(from) ?? new Set()).add(to)); // prettier-ignore
      open.push({ pair, bits: jointBits(one, other, this.weighing) });
    }
    return open.sort((x, y) => y.bits - x.bits || x.pair.a - y.pair.a || x.pair.b - y.pair.b);
  }
}
