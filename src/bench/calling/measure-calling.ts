import { DataSource } from 'typeorm';
import { createApp } from '../../app.js';
import { demonstrationSecrets } from '../../launch/demonstration/secrets.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { quantile } from '../../rehearsal/figures.js';
import type { BenchReport } from '../bench-report.js';
import type { BenchService } from '../bench-service.js';
import { BareDriver } from './by-driver.js';
import { type Called, callByService } from './by-service.js';
import { Hall } from './hall.js';

/** People called at each size by either: as many at a short queue, in more rounds, as at a long one. */
const ROUNDS = 5;
/** As many as the service's pool (DATABASE_POOL). */
const CONNECTIONS = 16;

export interface CallingPlan {
  counters: number;
  /** Sizes of the queue, each measured by itself. */
  waiting: number[];
  /** People called in each round, at most. */
  people: number;
}

interface AtSize {
  waiting: number;
  perSecond: number;
  limitPerSecond: number;
  ratio: number;
  p95ms: number;
  p99ms: number;
}

/** Calls people through the service and by the bare driver, in turn, from queues of several sizes. */
export async function measureCalling(service: BenchService, plan: CallingPlan): Promise<BenchReport> {
  const { databaseUrl } = service.running;
  const app = await createApp(
    readEnvironment({
      ...demonstrationSecrets(service.dataDir),
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: String(CONNECTIONS),
      ROLE: 'app',
      LOG_LEVEL: 'silent',
    }),
  );
  const { postId } = service.demonstration;
  const bare = await BareDriver.connect(databaseUrl, postId, CONNECTIONS);
  try {
    const hall = new Hall(app.get(DataSource), postId);
    await hall.openCounters(plan.counters);
    const sides = {
      ours: (people: number) => callByService(app, hall.counters, people),
      bare: (people: number) => bare.call(hall.counters, people),
    };
    const sizes: AtSize[] = [];
    for (const waiting of plan.waiting.toSorted((a, b) => a - b))
      sizes.push(await atSize(sides, hall, waiting, plan.people));
    const rates = sizes.map(({ perSecond }) => perSecond);
    const { waiting: _, ...largest } = sizes.at(-1)!;
    return {
      ...largest,
      flatness: rounded(Math.min(...rates) / Math.max(...rates), 2),
      counters: plan.counters,
      sizes,
    };
  } finally {
    await bare.end();
    await app.close();
  }
}

interface Sides {
  ours: (people: number) => Promise<Called>;
  bare: (people: number) => Promise<number>;
}

async function atSize(sides: Sides, hall: Hall, waiting: number, most: number): Promise<AtSize> {
  const people = Math.min(most, waiting);
  // a round that does not count: what runs for the first time is compiled and planned
  const full = Math.max(most, waiting);
  await hall.fillTo(full);
  await hall.settle();
  await rounds(sides, hall, { waiting: full, people: most, rounds: 1 });
  const { ours, bare, latencies } = await rounds(sides, hall, {
    waiting,
    people,
    rounds: Math.ceil((ROUNDS * most) / people),
  });
  const [perSecond, limitPerSecond] = [mean(ours), mean(bare)];
  return {
    waiting,
    ratio: rounded(perSecond / limitPerSecond, 3),
    perSecond: Math.round(perSecond),
    limitPerSecond: Math.round(limitPerSecond),
    p95ms: rounded(quantile(latencies, 0.95), 1),
    p99ms: rounded(quantile(latencies, 0.99), 1),
  };
}

/** The service and the bare driver in turn, each from a queue that is full. */
async function rounds(
  sides: Sides,
  hall: Hall,
  plan: { waiting: number; people: number; rounds: number },
): Promise<{ ours: number[]; bare: number[]; latencies: number[] }> {
  const rates = { ours: [] as number[], bare: [] as number[], latencies: [] as number[] };
  for (let round = 0; round < plan.rounds; round++) {
    await hall.fillTo(plan.waiting);
    const called = await sides.ours(plan.people);
    rates.ours.push(called.perSecond);
    rates.latencies.push(...called.latencies);
    await hall.fillTo(plan.waiting);
    rates.bare.push(await sides.bare(plan.people));
  }
  return rates;
}

/** The same number of people each round, so the mean rate is the harmonic one. */
const mean = (rates: number[]): number => rates.length / rates.reduce((sum, rate) => sum + 1 / rate, 0);
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
