import { clumping } from './clumps.js';
import { tellingWords } from '../compare-names.js';
import type { Features } from '../features.js';
import type { LevelWeight, MatchingModel } from '../matching-model.js';

/** As many names of each length as what was known before is worth. */
const KNOWN = 2;

/**
 * How often strangers whose names agree in all words of the shorter one have no word more: from how many words names have.
 * A longer name has more words that may be the same by chance.
 */
export function fullnessOfStrangers(
  records: Features[],
  { levels }: MatchingModel,
): Record<string, Record<string, LevelWeight>> {
  const fields: Record<string, Record<string, LevelWeight>> = {};
  for (const [field, part] of [
    ['name', 'name'],
    ['mothersName', 'mother'],
  ] as const) {
    const names = [0, KNOWN, KNOWN, KNOWN];
    for (const record of records) {
      if (record[part].tokens.length === 0) continue;
      const words = tellingWords(record[part]);
      while (names.length <= words) names.push(0);
      names[words]!++;
    }
    for (const words of ['one', 'several'] as const) {
      let [complete, more] = [0, 0];
      const [from, to] = words === 'one' ? [1, 1] : [2, names.length - 1];
      for (let short = from; short <= to; short++) {
        complete += names[short]! ** 2;
        for (let long = short + 1; long < names.length; long++)
          more += 2 * names[short]! * names[long]! * choose(long, short);
      }
      const key = `${field}.${words}`;
      const u = complete / (complete + more);
      const times = words === 'one' ? 1 : clumping(records, (record) => record[part]);
      fields[key] = {
        complete: { ...levels[key]!['complete']!, u: u * times },
        more: { ...levels[key]!['more']!, u: (1 - u) * times },
      };
    }
  }
  return fields;
}

function choose(of: number, some: number): number {
  let ways = 1;
  for (let i = 0; i < some; i++) ways = (ways * (of - i)) / (i + 1);
  return ways;
}
