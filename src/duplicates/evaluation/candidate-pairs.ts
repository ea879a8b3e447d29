/** A key that more records than this share says too little; the other keys of its records must do. */
const LARGEST_BLOCK = 80;

/** All pairs of records that share a key, each once, the smaller index first, as `smaller * records + greater`. */
export function candidatePairs(keys: string[][], secondFrom?: number): Float64Array {
  const blocks = new Map<string, number[]>();
  keys.forEach((ofRecord, index) => {
    for (const key of ofRecord) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
  });
  const pairs = new Set<number>();
  for (const block of blocks.values()) {
    if (block.length < 2 || block.length > LARGEST_BLOCK) continue;
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) {
        const [a, b] = [block[i]!, block[j]!];
        if (secondFrom === undefined || (a < secondFrom && b >= secondFrom)) pairs.add(a * keys.length + b);
      }
  }
  return Float64Array.from(pairs);
}
