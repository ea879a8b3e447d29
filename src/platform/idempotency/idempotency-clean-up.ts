import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Topics } from '../jobs/topics.js';

/** Answers are kept for a day: whoever has not tried again by then has given up. */
const KEPT_HOURS = 24;

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
      'DELETE FROM idempotency_key WHERE created_at < now() - make_interval(hours => $1)',
      [KEPT_HOURS],
    );
  }
}
