import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Topics } from '../../platform/jobs/topics.js';

/** After they are over. */
export const SESSIONS_KEPT_DAYS = 30;

/** Takes away what signing in leaves behind, hour by hour. The audit log keeps who signed in. */
@Injectable()
export class SessionCleanUp implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('staff.forget-sessions', '37 * * * *', () => this.forgetSessions());
    this.topics.schedule('staff.forget-failures', '47 * * * *', () => this.forgetFailures());
    this.topics.schedule('staff.forget-questions', '57 * * * *', () => this.forgetQuestions());
  }

  /** Sessions that have been over for a month. */
  async forgetSessions(): Promise<void> {
    await this.dataSource.query(`DELETE FROM session WHERE expires_at < now() - make_interval(days => $1)`, [
      SESSIONS_KEPT_DAYS,
    ]);
  }

  /** What was asked for a second factor and is no longer good. */
  async forgetQuestions(): Promise<void> {
    for (const table of ['sign_in_step', 'passkey_challenge', 'authenticator_app_offer'])
      await this.dataSource.query(`DELETE FROM ${table} WHERE expires_at < now()`);
  }

  /** Failed attempts of windows that are over. */
  async forgetFailures(): Promise<void> {
    await this.dataSource.query(`DELETE FROM sign_in_failure WHERE window_start < now() - interval '1 hour'`);
  }
}
