import type { ScoredPair } from './scored-pair.js';

/** Which records are in a pair with which. */
export class Neighbours {
  private readonly partners = new Map<number, number[]>();

  constructor(pairs: ScoredPair[]) {
    for (const { a, b } of pairs)
      for (const [record, partner] of [
        [a, b],
        [b, a],
      ] as const) {
        const known = this.partners.get(record);
        if (known) known.push(partner);
        else this.partners.set(record, [partner]);
      }
  }

  of(group: number[]): number[] {
    return group.flatMap((record) => this.partners.get(record) ?? []);
  }
}
