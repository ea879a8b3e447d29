import type { Comparison } from '../field-comparison.js';
import type { TermCounts } from '../matching-model.js';
import { evidenceOf, type Evidence } from './evidence.js';

/** The evidence of many pairs as flat arrays, so that each round of the estimation runs over numbers alone. */
export interface CompiledPairs {
  /** What the numbers in `kind` stand for. */
  kinds: Pick<Evidence, 'field' | 'level' | 'household' | 'onlyHousehold'>[];
  /** Where the evidence of each pair begins; one more entry marks the end. */
  starts: Uint32Array;
  kind: Uint16Array;
  /** log2 of the terms' frequency, 0 where it plays no part. */
  frequency: Float32Array;
}

export function compilePairs(comparisons: Comparison[], terms: Record<string, TermCounts>): CompiledPairs {
  const kinds: CompiledPairs['kinds'] = [];
  const ids = new Map<string, number>();
  const starts = new Uint32Array(comparisons.length + 1);
  const kind: number[] = [];
  const frequency: number[] = [];
  comparisons.forEach((comparison, index) => {
    for (const piece of evidenceOf(comparison, terms)) {
      const key = `${piece.field} ${piece.level} ${piece.frequency === undefined}`;
      let id = ids.get(key);
      if (id === undefined) {
        id = kinds.length;
        ids.set(key, id);
        kinds.push({ ...piece, frequency: undefined } as CompiledPairs['kinds'][number]);
      }
      kind.push(id);
      frequency.push(piece.frequency === undefined ? 0 : Math.log2(piece.frequency));
    }
    starts[index + 1] = kind.length;
  });
  return { kinds, starts, kind: Uint16Array.from(kind), frequency: Float32Array.from(frequency) };
}
