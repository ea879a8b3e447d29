import type { INestApplicationContext } from '@nestjs/common';
import { mean, quantile, sum } from '../../rehearsal/figures.js';
import type { BenchReport } from '../bench-report.js';
import { BenchService } from '../bench-service.js';
import { type Statement, statementsOf } from './bare-statements.js';
import { runByDriver } from './by-driver.js';
import { fillCases } from './fill.js';
import { type Answered, OverHttp, wire } from './over-http.js';
import { registerEverybody } from './everybody.js';
import { intakeRequests } from './requests.js';

const ROUNDS = 4;
/** As many as the service's pool (DATABASE_POOL). */
const DATABASE_CONNECTIONS = 16;
const SENDERS = 64;
/** Until then every path of the program has been taken often enough to be compiled for good: some 15,000 registrations. */
const WARMING = { times: 4, seconds: 8, driverSeconds: 2 };
const CALM = 0.6;
const OVERLOAD = 5;
/** Short ones: a machine is half as fast again a minute later, and must be so for both. */
const OVERLOAD_TURNS = 16;
/** Shares of a measurement's length. */
const TURN = { peak: 0.3, flood: 0.4 };
/** Requests and statements written down before a measurement begins, so that both cost nothing meanwhile. */
const PREPARED_A_SECOND = 6000;

export interface IntakePlan {
  seconds: number;
  cases: number[];
  everybody: number;
}

/** Measures the intake, service and bare driver in turn, so that noise meets both. */
export class IntakeMeasurement {
  private readonly people = intakeRequests(1);
  private most = PREPARED_A_SECOND;

  /** @param app makes the statements for the bare driver */
  constructor(
    private readonly service: BenchService,
    private readonly app: INestApplicationContext,
    private readonly plan: IntakePlan,
  ) {}

  async run(): Promise<BenchReport> {
    const { everybody } = this.plan;
    await this.warm();
    await this.byDriver(WARMING.driverSeconds);
    const peak = await this.besideTheDriver();
    // a machine is never three times as fast as it just was
    this.most = Math.ceil(peak.limitPerSecond * 3);
    return {
      ...shown(peak),
      ...(await this.calm(peak.perSecond * CALM)),
      overload: await this.overloaded(),
      withCases: await this.withCases(),
      everybody: everybody > 0 ? await registerEverybody(this.service, this.people, everybody) : null,
      memoryMegabytes: this.service.memory(),
    };
  }

  /** @param alsoEachTurn what else is measured in the same turns, for so many seconds each */
  private async besideTheDriver(alsoEachTurn?: (seconds: number) => Promise<void>) {
    const round = this.plan.seconds / ROUNDS;
    const [ours, limits]: [number[], number[]] = [[], []];
    for (let index = 0; index < ROUNDS; index++) {
      ours.push((await this.flatOut(round)).perSecond);
      limits.push(await this.byDriver(round));
      await alsoEachTurn?.(round);
    }
    const [perSecond, limitPerSecond] = [mean(ours), mean(limits)];
    return { ratio: perSecond / limitPerSecond, perSecond, limitPerSecond };
  }

  /** People who come evenly, well below the peak; from when they were due. */
  private async calm(rate: number) {
    const { latencies, accepted, shed, failed } = await this.evenly(rate, this.plan.seconds);
    return {
      p95ms: to(quantile(latencies, 0.95), 1),
      p99ms: to(quantile(latencies, 0.99), 1),
      calm: { rate: Math.round(rate), accepted, shed, failed },
    };
  }

  /** Five times the peak, evenly, in turns with the peak: how much of it is done, and what the others hear. */
  private async overloaded() {
    const [peaks, floods]: [number[], Answered[]] = [[], []];
    for (let turn = 0; turn < OVERLOAD_TURNS; turn++) {
      const { perSecond } = await this.flatOut(this.plan.seconds * TURN.peak);
      peaks.push(perSecond);
      floods.push(await this.evenly(perSecond * OVERLOAD, this.plan.seconds * TURN.flood));
    }
    const [peak, perSecond] = [mean(peaks), mean(floods.map((flood) => flood.perSecond))];
    const latencies = floods.flatMap((flood) => flood.latencies);
    return {
      rate: Math.round(peak * OVERLOAD),
      peak: Math.round(peak),
      perSecond: Math.round(perSecond),
      shareOfPeak: to(perSecond / peak, 3),
      toldToComeAgain: sum(floods.map(({ shed }) => shed)),
      failed: sum(floods.map(({ failed }) => failed)),
      p95ms: to(quantile(latencies, 0.95), 1),
    };
  }

  /** The same with more and more cases in the database, in turns with a service that has next to none. */
  private async withCases() {
    const { running, demonstration } = this.service;
    const rows = [];
    const few = this.plan.cases.length > 0 ? await BenchService.start({ role: 'app' }) : undefined;
    try {
      if (few) await this.warm(few);
      for (const cases of this.plan.cases) {
        await fillCases(running.databaseUrl, demonstration.postId, cases, (there) =>
          console.error(`${there} cases`),
        );
        await this.flatOut(2);
        rows.push({ cases, ...(await this.besideFew(few!)) });
      }
    } finally {
      await few?.stop();
    }
    return rows;
  }

  /** @returns how many times slower than with few cases, besides the ratio to the driver */
  private async besideFew(few: BenchService) {
    const fresh: number[] = [];
    const measured = await this.besideTheDriver(async (seconds) => {
      fresh.push((await this.flatOut(seconds, few)).perSecond);
    });
    const fewPerSecond = mean(fresh);
    return {
      ...shown(measured),
      fewPerSecond: Math.round(fewPerSecond),
      timesSlower: to(fewPerSecond / measured.perSecond, 3),
    };
  }

  private async warm(service?: BenchService): Promise<void> {
    for (let time = 0; time < WARMING.times; time++) await this.flatOut(WARMING.seconds, service);
  }

  private flatOut(seconds: number, service = this.service): Promise<Answered> {
    return this.prepared(seconds * this.most, service).asFastAsAnswered({ senders: SENDERS, seconds });
  }

  private evenly(rate: number, seconds: number): Promise<Answered> {
    return this.prepared(Math.ceil(rate * seconds) + 1).evenly({ rate, seconds });
  }

  private prepared(requests: number, service = this.service): OverHttp {
    const { url } = service.running;
    const written = Array.from({ length: requests }, () => wire(url, this.people()));
    return new OverHttp(url, () => written.pop());
  }

  private async byDriver(seconds: number): Promise<number> {
    const registrations: Statement[][] = [];
    while (registrations.length < seconds * this.most)
      registrations.push(await statementsOf(this.app, this.people()));
    return runByDriver(this.service.running.databaseUrl, registrations, {
      connections: DATABASE_CONNECTIONS,
      seconds,
    });
  }
}

const shown = ({
  ratio,
  perSecond,
  limitPerSecond,
}: Record<'ratio' | 'perSecond' | 'limitPerSecond', number>) => ({
  ratio: to(ratio, 3),
  perSecond: Math.round(perSecond),
  limitPerSecond: Math.round(limitPerSecond),
});
const to = (value: number, digits: number): number => Number(value.toFixed(digits));
