import { Global, Module } from '@nestjs/common';
import { Topics } from './topics.js';
import { JobWorker } from './worker.js';

@Global()
@Module({ providers: [Topics, JobWorker], exports: [Topics] })
export class JobsModule {}
