import { createApp } from '../../app.js';
import { demonstrationSecrets } from '../../launch/demonstration/secrets.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { type BenchReport, quantile } from '../bench-report.js';
import type { BenchService } from '../bench-service.js';
import { type Statement, statementsOf } from './bare-statements.js';
import { runByDriver } from './by-driver.js';
import { type Answered, registerOverHttp } from './over-http.js';
import { intakeRequests } from './requests.js';

const ROUNDS = 4;
/** As many as the service's pool (DATABASE_POOL). */
const DATABASE_CONNECTIONS = 16;
const SENDERS = 64;

export interface IntakePlan {
  seconds: number;
  cases: number[];
  everybody: number;
}

/** Runs every measurement of the intake, service and bare driver in turn, so that noise meets both. */
export async function measureIntake(service: BenchService, plan: IntakePlan): Promise<BenchReport> {
  const app = await createApp(
    readEnvironment({
      ...demonstrationSecrets(service.dataDir),
      DATABASE_URL: service.running.databaseUrl,
      ROLE: 'app',
      LOG_LEVEL: 'silent',
    }),
  );
  const next = intakeRequests(1);
  const load = (seconds: number, more: { connections?: number; rate?: number } = {}): Promise<Answered> =>
    registerOverHttp({ url: service.running.url, connections: SENDERS, seconds, next, ...more });
  const bare = async (seconds: number, most: number) => {
    const registrations: Statement[][] = [];
    while (registrations.length < most) registrations.push(await statementsOf(app, next()));
    return runByDriver(service.running.databaseUrl, registrations, {
      connections: DATABASE_CONNECTIONS,
      seconds,
    });
  };
  try {
    await load(3);
    const [ours, limits]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push((await load(plan.seconds / ROUNDS)).perSecond);
      limits.push(await bare(plan.seconds / ROUNDS, 4000 * (plan.seconds / ROUNDS)));
    }
    const perSecond = mean(ours);
    const limitPerSecond = mean(limits);
    const calm = await load(plan.seconds, { rate: Math.round(perSecond * 0.6) });
    return {
      ratio: rounded(perSecond / limitPerSecond, 3),
      perSecond: Math.round(perSecond),
      limitPerSecond: Math.round(limitPerSecond),
      p95ms: rounded(quantile(calm.latencies, 0.95), 1),
      p99ms: rounded(quantile(calm.latencies, 0.99), 1),
      failed: calm.failed,
      memoryMegabytes: service.memory(),
    };
  } finally {
    await app.close();
  }
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
