/** A key that more records than this share says too little; the other keys of its records must do. */
const LARGEST_BLOCK = 60;
/** One key that tells is enough; of those that tell little, a pair must share two. */
const ENOUGH = 2;

/**
 * All pairs of records that share enough keys, each once, the smaller index first, as `smaller * records + greater`.
 * @param telling keys of each record of which one is enough
 * @param wide keys of each record of which two are needed
 */
export function candidatePairs(telling: string[][], wide: string[][], secondFrom?: number): Float64Array {
  const records = telling.length;
  const shared = new Map<number, number>();
  for (const [keys, weight] of [
    [telling, ENOUGH],
    [wide, 1],
  ] as const)
    for (const block of blocksOf(keys).values()) {
      if (block.length < 2 || block.length > LARGEST_BLOCK) continue;
      for (let i = 0; i < block.length; i++)
        for (let j = i + 1; j < block.length; j++) {
          const [a, b] = [block[i]!, block[j]!];
          if (secondFrom !== undefined && (a >= secondFrom || b < secondFrom)) continue;
          const pair = a * records + b;
          shared.set(pair, (shared.get(pair) ?? 0) + weight);
        }
    }
  const pairs: number[] = [];
  for (const [pair, weight] of shared) if (weight >= ENOUGH) pairs.push(pair);
  return Float64Array.from(pairs);
}

function blocksOf(keys: string[][]): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  keys.forEach((ofRecord, index) => {
    for (const key of ofRecord) {
      const block = blocks.get(key);
      if (!block) blocks.set(key, [index]);
      else if (block.at(-1) !== index) block.push(index);
    }
  });
  return blocks;
}
