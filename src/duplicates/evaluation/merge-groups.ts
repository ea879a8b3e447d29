import { jointBits } from './joint-bits.js';
import { Neighbours } from './neighbours.js';
import type { ScoredPair, Weighing } from './scored-pair.js';

/** Two groups of records that may be one person, shown by their likeliest pair. */
export interface GroupPair {
  pair: ScoredPair;
  bits: number;
  /** How many pairs of records are bound if they are. */
  pairs: number;
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
    const neighbours = new Neighbours(sorted);
    const leastBits = Math.log2(least / (1 - least));
    for (let bits = SUREST; bits >= leastBits; bits -= STEP) {
      const groups = [...new Set(this.groupOf)].map((group) => [...group]);
      this.merge(sorted, neighbours, bits);
      if (this.bound.wrong <= mostWrong * this.bound.pairs) continue;
      for (const group of groups) for (const record of group) this.groupOf[record] = group;
      return;
    }
  }

  private merge(sorted: ScoredPair[], neighbours: Neighbours, leastBits: number): void {
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      let merged = false;
      for (const { a, b } of sorted) {
        const [one, other] = [this.groupOf[a]!, this.groupOf[b]!];
        if (one === other) continue;
        const bits = jointBits(one, other, this.weighing);
        if (bits < leastBits) continue;
        const left = this.weighing.families ? bits - this.claimed(one, other, neighbours) : bits;
        if (left < leastBits) continue;
        this.bind(one, other, left);
        merged = true;
      }
      if (!merged) return;
    }
  }

  /**
   * A group cannot be one person with two that are different people: how many bits it costs that others claim one of the
   * two as well, who would not be the same as both together.
   */
  private claimed(one: number[], other: number[], neighbours: Neighbours): number {
    const both = [...one, ...other];
    const claims = [one, other].map((group) => {
      let odds = 0;
      for (const rival of new Set(neighbours.of(group).map((record) => this.groupOf[record]!))) {
        if (rival === one || rival === other) continue;
        const bits = jointBits(group, rival, this.weighing);
        if (bits > 0) odds += 2 ** bits / (1 + 2 ** jointBits(rival, both, this.weighing));
      }
      return odds;
    });
    return Math.log2(1 + Math.max(...claims));
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
      open.push({ pair, bits: jointBits(one, other, this.weighing), pairs: one.length * other.length });
    }
    return open.sort((x, y) => y.bits - x.bits || x.pair.a - y.pair.a || x.pair.b - y.pair.b);
  }
}
