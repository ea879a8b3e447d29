import { parseArgs } from 'node:util';
import { LaunchFault } from '../launch/launch-fault.js';
import type { Drive } from './drive.js';

export interface SurgeOptions extends Drive {
  json: boolean;
  /** Where `npm start` keeps the demonstration. */
  dataDir: string;
}

export const USAGE = `npm run surge -- [--people 1440] [--seconds 45] [--seed 1] [--json]

Drives a running demonstration through its API: made-up people register as in January 2026, are booked, called,
verified, given a document and brought home. At the end every invariant is checked. Start one first: npm start
  --people   how many people
  --seconds  into how many seconds their reports are pressed
  --seed     other people, other order
  --json     the result as JSON`;

/** @throws LaunchFault where an option is not understood */
export function readSurgeOptions(args: string[], env: NodeJS.ProcessEnv): SurgeOptions | 'help' {
  try {
    const { values } = parseArgs({
      args,
      options: {
        people: { type: 'string', default: '1440' },
        seconds: { type: 'string', default: '45' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    return {
      people: whole('--people', values.people, 1, 100_000),
      seconds: whole('--seconds', values.seconds, 0, 86_400),
      seed: whole('--seed', values.seed, 0, 2 ** 31),
      json: values.json,
      dataDir: env['DATA_DIR'] || '.pulang',
    };
  } catch (error) {
    throw new LaunchFault(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new RangeError(`${name} takes a whole number from ${min} to ${max}.`);
  return value;
}
