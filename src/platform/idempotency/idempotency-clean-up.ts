import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Topics } from '../jobs/topics.js';

/**
 * Answers are kept for two weeks: a browser has given up long before, but a kiosk that was switched off over holidays, or had
 * no network, asks again for what it sent before.
 */
export const REPEATED_ANSWERS_KEPT_DAYS = 14;

/** Takes away old idempotency keys with their answers, hour by hour. */
@Injectable()
export class IdempotencyCleanUp implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('idempotency.forget', '27 * * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => $1)',
      [REPEATED_ANSWERS_KEPT_DAYS],
    );
  }
}
