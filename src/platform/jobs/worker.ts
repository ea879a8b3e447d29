import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as JobLogger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { Environment } from '../config/environment.js';
import { dataSourceOptions } from '../database/data-source-options.js';
import { type Announcement, Topics } from './topics.js';

const CONCURRENCY = 6;

/** Runs background jobs in worker processes. Started after every module has said which jobs it has. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private runner: Runner | undefined;
  private pool: Pool | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly topics: Topics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.environment.ROLE === 'app') return;
    const { url, extra } = dataSourceOptions(this.environment.DATABASE_URL, CONCURRENCY + 2);
    this.pool = new Pool({
      connectionString: url,
      max: CONCURRENCY + 2,
      ...extra,
      application_name: 'pulang jobs',
    });
    this.pool.on('error', (error) =>
      this.logger.error({ err: error }, 'a connection of the worker was lost'),
    );
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.runner = await run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      taskList: this.taskList(),
      parsedCronItems: parseCronItems([...this.topics.timetable].map(([task, match]) => ({ task, match }))),
      logger: new JobLogger(() => (level, message) => this.log(level, message)),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop().catch(() => undefined);
    await this.pool?.end();
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      [...this.topics.jobs].map(([name, work]) => [
        name,
        (payload: unknown) => work(payload as Announcement),
      ]),
    );
  }

  /** Errors and warnings only. Job payloads hold ids, and errors are problems with codes: nothing personal. */
  private log(level: string, message: string): void {
    if (level === 'error') this.logger.error(message);
    else if (level === 'warning') this.logger.warn(message);
  }
}
