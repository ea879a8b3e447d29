import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Environment } from '../config/environment.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { Storage } from './storage.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Environment, Storage],
      useFactory: (environment: Environment, storage: Storage) => ({
        ...dataSourceOptions(
          environment.DATABASE_URL,
          environment.DATABASE_POOL,
          environment.PLAN_MINUTE_SECONDS,
        ),
        logger: storage.ear,
        autoLoadEntities: true,
        retryAttempts: 3,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [Database, Storage],
  exports: [Database, Storage],
})
export class DatabaseModule {}
