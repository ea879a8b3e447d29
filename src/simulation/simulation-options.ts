import { UsageFault } from '../platform/command-line/usage-fault.js';
import { scenarioName, SCENARIOS } from './scenario.js';

export const USAGE = `npm run simulate -- [--scenario eq-1440] [--seeds 1-50] [--replies 0] [--json] [--out simulation]

Compares ways of letting people come to a post on the same people with the same fate: first come first served, four
kinds of appointments, and the call-forward rules of this service. docs/simulation.md says what each figure means.
  --scenario  one of those below, or all
  --seeds     which draws: 7, or 1-50, or 1,5,9-12
  --replies   percentage of called people who answer "on my way" (only where they do come)
  --json      the figures as one JSON object: policies.<name>.<metric>.{mean,worst}
  --out       folder for the pictures (SVG)

npm run simulate -- --live [--people 200] [--seeds 1] [--day 6] [--json]

Starts a whole service with a database of its own, presses a day of eight hours into --day real minutes, plays the
people of a seed and the officers against it over HTTP, simulates the same people, and says whether both agree: exit
code 1 where they do not. It wants the machine to itself; on a slow one give it more time (--day 12).

Scenarios:
${Object.entries(SCENARIOS)
  .map(([name, { title }]) => `  ${name.padEnd(22)}${title}`)
  .join('\n')}`;

export const OPTIONS = {
  scenario: { type: 'string', default: 'eq-1440' },
  seeds: { type: 'string', default: '1-50' },
  replies: { type: 'string', default: '0' },
  json: { type: 'boolean', default: false },
  out: { type: 'string', default: 'simulation' },
  live: { type: 'boolean', default: false },
  people: { type: 'string', default: '200' },
  day: { type: 'string', default: '6' },
} as const;

const MOST_SEEDS = 10_000;

/** @returns names of scenarios; all for `all`. @throws UsageFault where there is none of that name */
export function scenariosOf(text: string): string[] {
  if (text === 'all') return Object.keys(SCENARIOS);
  return text.split(',').map((part) => {
    const name = scenarioName(part);
    if (!name) throw new UsageFault(`There is no scenario "${part}".`);
    return name;
  });
}

/** @param text `7`, `1-50`, `1,5,9-12`. @throws UsageFault */
export function seedsOf(text: string): number[] {
  const seeds = text.split(',').flatMap((part) => {
    const [, from, to] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part.trim()) ?? [];
    const first = Number(from);
    const last = Number(to ?? from);
    if (from === undefined || last < first || last - first >= MOST_SEEDS)
      throw new UsageFault(`--seeds takes whole numbers and ranges, as 1-50 or 1,5,9-12, not "${part}".`);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return [...new Set(seeds)];
}
