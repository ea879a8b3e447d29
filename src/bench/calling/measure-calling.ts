import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createApp } from '../../app.js';
import { demonstrationSecrets } from '../../launch/demonstration/secrets.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { type BenchReport, quantile } from '../bench-report.js';
import type { BenchService } from '../bench-service.js';
import { callByDriver } from './by-driver.js';
import { callByService } from './by-service.js';
import { Hall } from './hall.js';

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
  try {
    const hall = new Hall(app.get(DataSource), service.demonstration.postId);
    await hall.openCounters(plan.counters);
    const sizes: AtSize[] = [];
    for (const waiting of plan.waiting.toSorted((a, b) => a - b))
      sizes.push(await atSize(app, databaseUrl, hall, { waiting, people: Math.min(plan.people, waiting) }));
    const rates = sizes.map(({ perSecond }) => perSecond);
    const { waiting: _, ...largest } = sizes.at(-1)!;
    return {
      ...largest,
      flatness: rounded(Math.min(...rates) / Math.max(...rates), 2),
      counters: plan.counters,
      sizes,
    };
  } finally {
    await app.close();
  }
}

async function atSize(
  app: INestApplicationContext,
  databaseUrl: string,
  hall: Hall,
  { waiting, people }: { waiting: number; people: number },
): Promise<AtSize> {
  const rates = { ours: [] as number[], bare: [] as number[] };
  const latencies: number[] = [];
  const bare = () =>
    callByDriver(databaseUrl, hall.postId, hall.counters, { connections: CONNECTIONS, people });
  await hall.fillTo(waiting);
  await callByService(app, hall.counters, Math.ceil(people / 4));
  for (let round = 0; round < ROUNDS; round++) {
    await hall.fillTo(waiting);
    const called = await callByService(app, hall.counters, people);
    rates.ours.push(called.perSecond);
    latencies.push(...called.latencies);
    await hall.fillTo(waiting);
    rates.bare.push(await bare());
  }
  const [perSecond, limitPerSecond] = [mean(rates.ours), mean(rates.bare)];
  return {
    waiting,
    ratio: rounded(perSecond / limitPerSecond, 3),
    perSecond: Math.round(perSecond),
    limitPerSecond: Math.round(limitPerSecond),
    p95ms: rounded(quantile(latencies, 0.95), 1),
    p99ms: rounded(quantile(latencies, 0.99), 1),
  };
}

/** The same number of people each round, so the mean rate is the harmonic one. */
const mean = (rates: number[]): number => rates.length / rates.reduce((sum, rate) => sum + 1 / rate, 0);
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
