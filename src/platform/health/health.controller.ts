import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AllowEveryone } from '../auth/allow.js';
import { Storage } from '../database/storage.js';
import { Answers } from '../http/answers.js';
import { Choice } from '../http/fields.js';
import { storageFull } from '../problems/as-problem.js';
import { Problem } from '../problems/problem.js';

export class HealthState {
  @Choice(['ok']) status: 'ok';
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
  ) {}

  /** The process runs. */
  @Get('live')
  @AllowEveryone()
  @Answers(200, HealthState)
  live(): HealthState {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers, in the role that owns nothing, and has room to save. */
  @Get('ready')
  @AllowEveryone()
  @Answers(200, HealthState)
  async ready(): Promise<HealthState> {
    const [row] = await this.dataSource
      .query<{ bound: boolean }[]>(
        `SELECT NOT rolsuper AND NOT rolbypassrls AS bound FROM pg_roles WHERE rolname = current_user`,
      )
      .catch(() => []);
    if (!row?.bound) throw new Problem('unavailable', 'busy', { retryAfter: 5 });
    if (!(await this.storage.hasRoom(this.dataSource))) throw storageFull();
    return { status: 'ok' };
  }
}
