import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AuditModule } from './audit/audit.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Environment } from './config/environment.js';
import { CryptoModule } from './crypto/crypto.module.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthController } from './health/health.controller.js';
import { I18nModule } from './i18n/i18n.module.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LiveModule } from './live/live.module.js';
import { loggingModule } from './logging/logging.module.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Door } from './overload/door/door.js';
import { OpenRequests } from './overload/open-requests.js';
import { ProblemPages } from './problems/problem-pages.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { rateLimitModule } from './rate-limit/rate-limit.module.js';
import { CrossOriginGuard } from './security/cross-origin.guard.js';

/** Everything that stages stand on and that knows no stage. */
@Module({})
export class PlatformModule {
  static of(environment: Environment): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        ConfigModule.of(environment),
        loggingModule(),
        DatabaseModule,
        CryptoModule,
        I18nModule,
        AuditModule,
        IdempotencyModule,
        JobsModule,
        LiveModule,
        rateLimitModule(),
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        Metrics,
        Door,
        OpenRequests,
        ProblemPages,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: CrossOriginGuard },
      ],
      exports: [Metrics, OpenRequests, ProblemPages],
    };
  }
}
