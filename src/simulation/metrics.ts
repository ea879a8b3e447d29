import { quantile } from '../rehearsal/figures.js';
import type { Embassy } from './embassy.js';
import { openUntil } from './level.js';
import { LOST_FROM, LOST_TO } from './scenario.js';

export const METRICS = [
  'hallMax',
  'hallP95',
  'waitP50',
  'waitP95',
  'vulnerableWaitP95',
  'sentAway',
  't95',
  'utilisation',
  'overtime',
  'callErrorMean',
  'callErrorP95',
  'zoneMax',
  'zoneStayP50',
  'zoneStayP95',
  'seatedErrorMean',
  'seatedErrorP95',
  'rangeKept',
  'firstCallErrorMean',
  'firstCallErrorP95',
  'unserved',
] as const;

export type Metric = (typeof METRICS)[number];
export type Metrics = Record<Metric, number>;

/** What one run gave; docs/simulation.md says what each figure means. Times in minutes. */
export function measure(embassy: Embassy): Metrics {
  const { people, services, waits, scenario } = embassy;
  const served = services.map(({ person }) => person.id);
  const waitOf = (ids: number[]) => ids.map((id) => waits[id]!);
  const vulnerable = served.filter((id) => people[id]!.vulnerable);
  const bySeen = services.map(({ to }) => to).toSorted((a, b) => a - b);
  const t95At = bySeen[Math.ceil(people.length * 0.95) - 1] ?? Infinity;
  return {
    hallMax: embassy.hallLevel.max,
    hallP95: embassy.hallLevel.openQuantile(0.95, scenario.demand.length),
    waitP50: quantile(waitOf(served), 0.5),
    waitP95: quantile(waitOf(served), 0.95),
    vulnerableWaitP95: quantile(waitOf(vulnerable), 0.95),
    sentAway: embassy.sentAway,
    t95: openUntil(t95At),
    utilisation: utilisation(embassy, t95At),
    overtime: sum(services.map(({ from, to }) => to - from - openWithin(from, to))),
    callErrorMean: mean(embassy.callErrors),
    callErrorP95: quantile(embassy.callErrors, 0.95),
    zoneMax: embassy.zoneLevel.max,
    zoneStayP50: quantile(embassy.zoneStays, 0.5),
    zoneStayP95: quantile(embassy.zoneStays, 0.95),
    seatedErrorMean: mean(embassy.seatedErrors),
    seatedErrorP95: quantile(embassy.seatedErrors, 0.95),
    rangeKept: mean(embassy.rangesKept),
    firstCallErrorMean: mean(embassy.firstCallErrors),
    firstCallErrorP95: quantile(embassy.firstCallErrors, 0.95),
    unserved: people.length - services.length,
  };
}

/** Counter-minutes of service in open time over those that were offered, until 95 % of the people were served. */
function utilisation({ services, counters, scenario }: Embassy, until: number): number {
  const busy = sum(services.map(({ from, to }) => openWithin(Math.min(from, until), Math.min(to, until))));
  const lost = scenario.lost * openWithin(Math.min(LOST_FROM, until), Math.min(LOST_TO, until));
  return busy / (openUntil(until) * counters.length - lost);
}

const openWithin = (from: number, to: number): number => openUntil(to) - openUntil(from);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);
