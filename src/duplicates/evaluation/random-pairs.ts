/** A deterministic stream of whole numbers below `limit` (xorshift32): the same evaluation always gives the same figures. */
export function numbersBelow(seed: number): (limit: number) => number {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
}

/** Pairs of any two different records, or of one record of each file where `secondFrom` says where the second begins. */
export function* randomPairs(
  records: number,
  howMany: number,
  secondFrom?: number,
): Generator<[number, number]> {
  const below = numbersBelow(20_260_101);
  if (records < 2 || secondFrom === 0 || secondFrom === records) return;
  for (let drawn = 0; drawn < howMany; drawn++) {
    const a = below(secondFrom ?? records);
    const b = secondFrom === undefined ? below(records) : secondFrom + below(records - secondFrom);
    if (a !== b) yield [a, b];
  }
}
