import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../config/environment.js';

const EVERY_MS = 400;
const BATCH = 2000;

/**
 * Links new audit events into the hash chain, some times a second, in worker processes. One database lock makes sure
 * that only one process links at a time; a surge is therefore never serialised behind its own log.
 */
@Injectable()
export class AuditLinker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditLinker.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.ROLE !== 'app') this.schedule();
  }

  /** While the database can still be asked: it is let go of in the step after this one. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Links what waits now. @returns how many events were linked */
  async link(): Promise<number> {
    const [row] = await this.dataSource.query<{ linked: number }[]>(
      'SELECT link_audit_events($1) AS linked',
      [BATCH],
    );
    return row?.linked ?? 0;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.round = this.link()
        .then(() => undefined)
        .catch((error: unknown) => this.logger.error({ err: error }, 'linking the audit log failed'))
        .finally(() => {
          if (!this.stopped) this.schedule();
        });
    }, EVERY_MS);
  }
}
