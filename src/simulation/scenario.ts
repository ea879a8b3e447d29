import { JANUARY_2026_REPORTS } from '../rehearsal/january-2026.js';

export const MINUTES_A_DAY = 24 * 60;
/** Minutes of the day. */
export const OPENS = 9 * 60;
export const CLOSES = 17 * 60;
/** Where counters are lost: on the second day from 10:00 for two hours. */
export const LOST_FROM = MINUTES_A_DAY + 10 * 60;
export const LOST_TO = LOST_FROM + 120;
/** After closing, those who are already in the hall are served for this long. */
export const OVERTIME = 30;

/** What happens to the post; what nobody there knows beforehand. Times in minutes. */
export interface Scenario {
  title: string;
  /** People who need the post, by day. */
  demand: readonly number[];
  counters: number;
  serviceMean: number;
  serviceCv: number;
  /** Chance that a called person does not come (and registers again 2 to 20 hours later). */
  noShow: number;
  walkIns: number;
  /** Of the walk-ins. */
  withoutPhone: number;
  vulnerable: number;
  travelCv: number;
  /** Counters that fall out on the second day, from 10:00 for two hours. */
  lost: number;
}

/** The reference: 1,440 people in four days, 45/30/20/5 %. */
export const EQ_1440: Scenario = {
  title: '1,440 people in four days, 10 counters',
  demand: [648, 432, 288, 72],
  counters: 10,
  serviceMean: 12,
  serviceCv: 0.6,
  noShow: 0.15,
  walkIns: 0.15,
  withoutPhone: 1 / 3,
  vulnerable: 0.12,
  travelCv: 0.25,
  lost: 0,
};

const stress = (title: string, change: Partial<Scenario>): Scenario => ({ ...EQ_1440, ...change, title });

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'eq-1440': EQ_1440,
  'stress-noshow30': stress('30 % do not come when called', { noShow: 0.3 }),
  'stress-counters-lost': stress('4 of 10 counters lost on day 2, 10:00 to 12:00', { lost: 4 }),
  'stress-travel-cv05': stress('travel varies twice as much, CV 0.5', { travelCv: 0.5 }),
  'stress-service-cv1': stress('service times vary more, CV 1.0', { serviceCv: 1 }),
  'stress-walkins40': stress('40 % walk in', { walkIns: 0.4 }),
  'stress-counters-9': stress('9 counters', { counters: 9 }),
  'stress-counters-12': stress('12 counters', { counters: 12 }),
  'stress-phnom-penh': stress('Phnom Penh, 16 to 22 January 2026', { demand: JANUARY_2026_REPORTS }),
};

const words = (name: string) =>
  name
    .toLowerCase()
    .replace(/^stress/, '')
    .replace(/[^a-z0-9]/g, '');

const ALIASES: Readonly<Record<string, string>> = {
  eq: 'eq-1440',
  reference: 'eq-1440',
  noshow: 'stress-noshow30',
  noshows: 'stress-noshow30',
  noshows30: 'stress-noshow30',
  lost: 'stress-counters-lost',
  lostcounters: 'stress-counters-lost',
  counterslost4: 'stress-counters-lost',
  counterloss: 'stress-counters-lost',
  travel: 'stress-travel-cv05',
  travelcv: 'stress-travel-cv05',
  service: 'stress-service-cv1',
  servicecv: 'stress-service-cv1',
  servicecv10: 'stress-service-cv1',
  walkin: 'stress-walkins40',
  walkins: 'stress-walkins40',
  walkin40: 'stress-walkins40',
  '9counters': 'stress-counters-9',
  '12counters': 'stress-counters-12',
  january2026: 'stress-phnom-penh',
  pnh: 'stress-phnom-penh',
};

/** @returns the scenario's name, however it is written (`stress-no-show`, `9 counters`); undefined where there is none */
export function scenarioName(text: string): string | undefined {
  const wanted = words(text);
  return Object.keys(SCENARIOS).find((name) => words(name) === wanted) ?? ALIASES[wanted];
}
