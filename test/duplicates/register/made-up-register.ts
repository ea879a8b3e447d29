import type { LabelledRecord } from '../../../src/duplicates/evaluation/input/read-records.js';
import { chance } from './chance.js';
import { channelsOf, report, USUAL, type RegisterKind } from './channels.js';
import { makeUpPeople } from './people.js';

/**
 * A register of people who do not exist, reported online, at the kiosk, by organisations and by mothers at home, each
 * with the mistakes of its kind. The same seed always gives the same register.
 */
export function madeUpRegister(
  seed: number,
  people: number,
  kind: Partial<RegisterKind> = {},
): LabelledRecord[] {
  const luck = chance(seed);
  const register = { ...USUAL, ...kind };
  const records: LabelledRecord[] = [];
  for (const person of makeUpPeople(luck, people, register)) {
    const father = luck.oneOf(['Abdullah', 'Slamet', 'Sukirman', 'Karto', 'Ahmad', 'Ramli', 'Sanusi']);
    const reports = luck.often(0.55) ? 1 : luck.often(0.6) ? 2 : luck.often(0.7) ? 3 : 4;
    const channels = channelsOf(register);
    for (let sent = 0; sent < reports; sent++) {
      const [channel] = channels.splice(luck.below(channels.length), 1);
      records.push({ record: report(luck, person, channel!, father), person: person.id, file: 0 });
    }
  }
  return records;
}
