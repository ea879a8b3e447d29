import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { programBeside } from '../../platform/programs/program-beside.js';
import type { MatchingModel } from '../matching/matching-model.js';
import type { EstimationTask } from './estimation-worker.js';

/** A thread that estimates weights, so that nobody's request waits for it. It is there only while it works. */
@Injectable()
export class EstimationThread implements OnApplicationShutdown {
  private thread: Piscina<EstimationTask, MatchingModel> | undefined;

  async estimate(task: EstimationTask): Promise<MatchingModel> {
    const { path, execArgv } = programBeside(import.meta.url, 'estimation-worker');
    this.thread ??= new Piscina({ filename: path, execArgv, minThreads: 0, maxThreads: 1, idleTimeout: 0 });
    return this.thread.run(task);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.destroy();
    this.thread = undefined;
  }
}
