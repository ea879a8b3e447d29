import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Logger as JobLogger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import { Environment } from '../config/environment.js';
import { dataSourceOptions } from '../database/data-source-options.js';
import { Storage } from '../database/storage.js';
import { forwardJobs } from './job-outbox.js';
import { LivingPools } from './living-pools.js';
import { timetableItems } from './timetable.js';
import { type Announcement, Topics } from './topics.js';

const CONCURRENCY = 6;
const START_AGAIN_MS = 1000;
/** How long a runner has that has given up, once its jobs have ended. */
const LETTING_GO_MS = 6000;
const JOBS_ENDED = ['pool:gracefulShutdown:complete', 'pool:gracefulShutdown:error'] as const;
/** How long a job waits at the most until the worker hears of it. */
const FORWARD_EVERY_MS = 100;

/** What the worker tells with a message. */
interface Failure {
  error?: unknown;
  fatalError?: unknown;
}

/** Runs background jobs in worker processes. Started after every module has said which jobs it has. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private runner: Runner | undefined;
  private pool: Pool | undefined;
  private watching: Promise<unknown> | undefined;
  private readonly stopping = new AbortController();
  /** Under which the runner's jobs are locked. */
  private readonly poolIds: string[] = [];
  private living: LivingPools | undefined;
  private readonly events: WorkerEvents = new EventEmitter();

  constructor(
    private readonly environment: Environment,
    private readonly topics: Topics,
    private readonly storage: Storage,
  ) {
    this.events.on('pool:create', ({ workerPool: { id } }) => {
      this.poolIds.push(id);
      void this.living?.add(id);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.environment.ROLE === 'app') return;
    const { DATABASE_URL, PLAN_MINUTE_SECONDS } = this.environment;
    const { url, extra } = dataSourceOptions(DATABASE_URL, CONCURRENCY + 2, PLAN_MINUTE_SECONDS);
    const connection = { connectionString: url, ...extra, application_name: 'pulang jobs' };
    this.pool = new Pool({ ...connection, max: CONCURRENCY + 2 });
    this.pool.on('error', (error) => {
      if (this.stopping.signal.aborted) return;
      this.logger.error({ err: error }, 'a connection of the worker was lost');
    });
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.living = new LivingPools(this.pool, connection, this.stopping.signal);
    this.runner = await this.start(this.pool);
    this.watching = Promise.all([
      this.watch(this.pool, this.runner),
      this.forward(this.pool),
      this.living.watch(),
    ]);
  }

  /** What was begun is ended while the database can still be asked: it is let go of in the step after this one. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    const stopped = this.runner?.stop().catch(() => undefined);
    await this.watching;
    await Promise.race([stopped, setTimeout(LETTING_GO_MS, undefined, { ref: false })]);
    await this.pool?.end();
  }

  /** Outcomes are written in batches, because only those are awaited: one alone that fails would end the process. */
  private start(pgPool: Pool): Promise<Runner> {
    return run({
      pgPool,
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      events: this.events,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      taskList: this.taskList(),
      parsedCronItems: timetableItems(this.topics.timetable),
      logger: new JobLogger(() => (level, message, meta) => this.log(level, message, meta)),
    });
  }

  /**
   * A runner gives up when it cannot say that a job failed: when the database goes away while it works. Another one then
   * takes over, and takes up at once what the one before had begun.
   */
  private async watch(pool: Pool, first: Runner): Promise<void> {
    const { signal } = this.stopping;
    for (let runner: Runner | undefined = first; ;) {
      await (runner && this.ended(runner));
      if (signal.aborted) return;
      this.logger.warn('background jobs stopped; starting again');
      await setTimeout(START_AGAIN_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      runner = await this.startAgain(pool).catch(() => undefined);
      if (signal.aborted) await runner?.stop();
    }
  }

  /**
   * A runner has ended, or all of its jobs have. It may never say so: where the outcomes of jobs could not be written
   * several times in a row, graphile-worker 0.18 miscounts what is still to be written, and waits for it for ever.
   */
  private async ended({ promise }: Runner): Promise<void> {
    const over = new AbortController();
    const { signal } = over;
    const jobsEnded = JOBS_ENDED.map((event) => once(this.events, event, { signal }));
    const letGo = Promise.race(jobsEnded).then(() => setTimeout(LETTING_GO_MS, undefined, { signal }));
    await Promise.race([promise, letGo]).catch(() => undefined);
    over.abort();
  }

  /** Takes jobs from the outbox as they come. While the database is away they wait there. */
  private async forward(pool: Pool): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await forwardJobs(pool).catch(() => undefined);
      await setTimeout(FORWARD_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async startAgain(pool: Pool): Promise<Runner> {
    await pool.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [this.poolIds]);
    this.poolIds.length = 0;
    this.runner = await this.start(pool);
    return this.runner;
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      [...this.topics.jobs].map(([name, work]) => [
        name,
        (payload: unknown) => work(payload as Announcement),
      ]),
    );
  }

  /**
   * Errors and warnings only. Job payloads hold ids, and errors are problems with codes: nothing personal. That the disk is full is said
   * once and not of every attempt.
   */
  private log(level: string, message: string, { error, fatalError }: Failure = {}): void {
    const failure = error ?? fatalError;
    if (failure instanceof Error && this.storage.hear(failure)) return;
    if (level === 'error') this.logger.error(message);
    else if (level === 'warning') this.logger.warn(message);
  }
}
