import { jointBits } from './joint-bits.js';
import type { BitsOf, ScoredPair } from './scored-pair.js';

/** Two groups of records that may be one person, shown by their likeliest pair. */
export interface GroupPair {
  pair: ScoredPair;
  bits: number;
}

const SWEEPS = 3;

/**
 * Binds records into groups of one person each, the surest pairs first. Two groups become one where all that is known
 * of both together says so: pairs that agree with it strengthen a link, and one weak link never merges two groups.
 */
export class Groups {
  private readonly groupOf: number[][];

  constructor(
    records: number,
    private readonly bitsOf: BitsOf,
  ) {
    this.groupOf = Array.from({ length: records }, (_, index) => [index]);
  }

  merge(sorted: ScoredPair[], leastBits: number): void {
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      let merged = false;
      for (const { a, b } of sorted) {
        const [one, other] = [this.groupOf[a]!, this.groupOf[b]!];
        if (one === other || jointBits(one, other, this.bitsOf) < leastBits) continue;
        one.push(...other);
        for (const record of other) this.groupOf[record] = one;
        merged = true;
      }
      if (!merged) return;
    }
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
      open.push({ pair, bits: jointBits(one, other, this.bitsOf) });
    }
    return open.sort((x, y) => y.bits - x.bits || x.pair.a - y.pair.a || x.pair.b - y.pair.b);
  }
}
