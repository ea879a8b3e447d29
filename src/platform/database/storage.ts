import { Injectable, Logger } from '@nestjs/common';
import { AdvancedConsoleLogger, type DataSource } from 'typeorm';
import { DISK_FULL, sqlState } from './violated-constraint.js';

/** So long after a write failed nobody asks whether another would: what failed may lie elsewhere than what is asked. */
const REST_MS = 10_000;

/**
 * Sorts 17 MB in 64 kB of memory, so that they go through a file where the database lies: as much as a segment of its log
 * takes. Nothing is kept of it.
 */
const WRITE_SQL = `
  SELECT max(length(filling)) FROM (
    SELECT repeat('x', 1000) AS filling FROM generate_series(1, 17000) n ORDER BY md5(n::text) OFFSET 0) sorted`;

/** What TypeORM tells of queries, which it would else write to the console. */
class Ear extends AdvancedConsoleLogger {
  constructor(private readonly failed: (error: Error) => void) {
    super();
  }

  override logQueryError(error: string | Error): void {
    if (typeof error !== 'string') this.failed(error);
  }
}

/** Whether the database has room to save, as far as this process has heard. The log says once that it has none, and once that it has again. */
@Injectable()
export class Storage {
  private readonly logger = new Logger('Storage');
  private isFull = false;
  private failedAt = 0;
  private asked: Promise<void> | undefined;

  /** For the options of the connections: hears of every query that failed. */
  readonly ear = new Ear((error) => this.hear(error));

  /** Where it had none, a write is tried. */
  async hasRoom(dataSource: DataSource): Promise<boolean> {
    if (this.isFull && Date.now() - this.failedAt >= REST_MS)
      await (this.asked ??= this.ask(dataSource).finally(() => (this.asked = undefined)));
    return !this.isFull;
  }

  /** Of a statement that failed, however it was sent. @returns whether it was for want of room, which the log then says once */
  hear(error: Error & { code?: string }): boolean {
    if ((sqlState(error) ?? error.code) !== DISK_FULL) return false;
    this.failedAt = Date.now();
    if (!this.isFull)
      this.logger.error({ err: error }, 'the disk of the database is full: nothing can be saved');
    this.isFull = true;
    return true;
  }

  private async ask(dataSource: DataSource): Promise<void> {
    try {
      await dataSource.transaction(async (tx) => {
        await tx.query("SET LOCAL work_mem = '64kB'");
        await tx.query(WRITE_SQL);
      });
    } catch {
      return;
    }
    this.isFull = false;
    this.logger.warn('the database has room to save again');
  }
}
