import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Topics } from '../../platform/jobs/topics.js';

/** Forgets drafts that nobody came back to, hour by hour. */
@Injectable()
export class DraftExpiry implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('registrations.forget-drafts', '17 * * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM registration_draft WHERE expires_at < now()');
  }
}
