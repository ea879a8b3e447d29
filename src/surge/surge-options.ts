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

export const OPTIONS = {
  people: { type: 'string', default: '1440' },
  seconds: { type: 'string', default: '45' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const;
