import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../app.js';
import { demonstrationSecrets } from '../../launch/demonstration/secrets.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { type BenchReport, quantile } from '../bench-report.js';
import type { BenchService } from '../bench-service.js';
import { type Statement, statementsOf } from './bare-statements.js';
import { runByDriver } from './by-driver.js';
import { countCases, fillCases } from './fill.js';
import { type Answered, type Load, registerOverHttp } from './over-http.js';
import { intakeRequests } from './requests.js';

const ROUNDS = 4;
/** As many as the service's pool (DATABASE_POOL). */
const DATABASE_CONNECTIONS = 16;
const SENDERS = 64;
const OVERLOAD = 5;
/** Statements written down beforehand: more than any machine does in a second. */
const PREPARED_A_SECOND = 6000;

export interface IntakePlan {
  seconds: number;
  cases: number[];
  everybody: number;
}

type LoadChange = Partial<Pick<Load, 'seconds' | 'people' | 'connections' | 'rate'>>;

/** Runs every measurement of the intake, service and bare driver in turn, so that noise meets both. */
export async function measureIntake(service: BenchService, plan: IntakePlan): Promise<BenchReport> {
  const { url, databaseUrl } = service.running;
  const app = await createApp(
    readEnvironment({
      ...demonstrationSecrets(service.dataDir),
      DATABASE_URL: databaseUrl,
      ROLE: 'app',
      LOG_LEVEL: 'silent',
    }),
  );
  const next = intakeRequests(1);
  const load = (change: LoadChange): Promise<Answered> =>
    registerOverHttp({ url, connections: SENDERS, next, ...change });
  const bare = async (seconds: number) => {
    const registrations: Statement[][] = [];
    while (registrations.length < seconds * PREPARED_A_SECOND)
      registrations.push(await statementsOf(app, next()));
    return runByDriver(databaseUrl, registrations, { connections: DATABASE_CONNECTIONS, seconds });
  };
  try {
    await load({ seconds: 3 });
    const round = plan.seconds / ROUNDS;
    const [ours, limits]: [number[], number[]] = [[], []];
    for (let index = 0; index < ROUNDS; index++) {
      ours.push((await load({ seconds: round })).perSecond);
      limits.push(await bare(round));
    }
    const [perSecond, limitPerSecond] = [mean(ours), mean(limits)];
    const calm = await load({ seconds: plan.seconds, rate: Math.round(perSecond * 0.6) });
    return {
      ratio: rounded(perSecond / limitPerSecond, 3),
      perSecond: Math.round(perSecond),
      limitPerSecond: Math.round(limitPerSecond),
      p95ms: rounded(quantile(calm.latencies, 0.95), 1),
      p99ms: rounded(quantile(calm.latencies, 0.99), 1),
      failed: calm.failed,
      overload: await overloaded(load, plan.seconds, perSecond),
      withCases: await withCases(service, load, plan),
      everybody: plan.everybody > 0 ? await registerEverybody(service, load, plan.everybody) : null,
      memoryMegabytes: service.memory(),
    };
  } finally {
    await app.close();
  }
}

type Loading = (change: LoadChange) => Promise<Answered>;

/** Five times as many senders, together five times the peak: how much of the peak is done, and what the others hear. */
async function overloaded(load: Loading, seconds: number, peak: number) {
  const { perSecond, shed, failed } = await load({
    seconds,
    connections: SENDERS * OVERLOAD,
    rate: Math.round(peak * OVERLOAD),
  });
  return {
    perSecond: Math.round(perSecond),
    shareOfPeak: rounded(perSecond / peak, 3),
    toldToComeAgain: shed,
    failed,
  };
}

/** The same with more and more cases in the database. */
async function withCases(service: BenchService, load: Loading, { cases, seconds }: IntakePlan) {
  const { databaseUrl } = service.running;
  const rows = [];
  for (const wanted of cases) {
    await fillCases(databaseUrl, service.demonstration.postId, wanted, (there) =>
      console.error(`${there} cases`),
    );
    await load({ seconds: 2 });
    const { perSecond, failed } = await load({ seconds });
    rows.push({ cases: wanted, perSecond: Math.round(perSecond), failed });
  }
  return rows;
}

/** So many people in one run; none may be missing afterwards. */
async function registerEverybody(service: BenchService, load: Loading, people: number) {
  const { databaseUrl } = service.running;
  const { postId } = service.demonstration;
  const memoryBefore = service.memory();
  // what the measurement before had under way is let in first
  await sleep(2000);
  const before = await countCases(databaseUrl, postId);
  const { accepted, perSecond, failed, shed } = await load({ people });
  const there = (await countCases(databaseUrl, postId)) - before;
  return {
    people,
    accepted,
    there,
    shed,
    failed,
    perSecond: Math.round(perSecond),
    memoryBefore,
    memoryAfter: service.memory(),
  };
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
