import { Global, Module } from '@nestjs/common';
import { IdempotencyCleanUp } from './idempotency-clean-up.js';
import { Idempotency } from './idempotency.js';

@Global()
@Module({ providers: [Idempotency, IdempotencyCleanUp], exports: [Idempotency] })
export class IdempotencyModule {}
