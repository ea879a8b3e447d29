import type { DataSourceOptions } from 'typeorm';
import { preparingDriver } from './preparing-driver.js';

/**
 * How the service connects: always in the role `pulang_app`, which owns nothing and is bound by row-level security,
 * whoever logs in.
 */
export const dataSourceOptions = (url: string, poolSize: number) =>
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
      options: '-c role=pulang_app -c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000',
    },
  }) satisfies DataSourceOptions;
