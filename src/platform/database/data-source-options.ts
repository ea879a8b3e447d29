import type { DataSourceOptions } from 'typeorm';
import { preparingDriver } from './preparing-driver.js';

/**
 * How the service connects: always in the role `pulang_app`, which owns nothing and is bound by row-level security,
 * whoever logs in.
 * @param planMinute seconds of a minute of the call plan: what the settings say, known to every connection
 */
export const dataSourceOptions = (url: string, poolSize: number, planMinute = 60) =>
  ({
    type: 'postgres',
    driver: preparingDriver,
    url,
    poolSize,
    synchronize: false,
    migrationsRun: false,
    applicationName: 'pulang',
    installExtensions: false,
    connectTimeoutMS: 10_000,
    extra: {
      // a new connection costs a process and has nothing prepared: those of one rush are kept for the next
      idleTimeoutMillis: 600_000,
      options: `-c role=pulang_app -c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000 -c pulang.plan_minute=${planMinute}`,
    },
  }) satisfies DataSourceOptions;
