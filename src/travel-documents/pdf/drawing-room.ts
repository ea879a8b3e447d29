import { availableParallelism } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { programBeside } from '../../platform/programs/program-beside.js';
import type { BatchTask, DrawingTask } from './drawing-worker.js';

const MOST_THREADS = 4;
const IDLE_MS = 30_000;

/** Threads that draw sheets, so that nobody's request waits for one. They start when they are first needed. */
@Injectable()
export class DrawingRoom implements OnApplicationShutdown {
  private threads: Piscina<DrawingTask | BatchTask, Uint8Array> | undefined;

  /** How many sheets are worth being asked for at once. */
  readonly width = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));

  /** @returns the drawn sheet, with a place for its signature */
  draw(task: DrawingTask): Promise<Buffer> {
    return this.run(task, 'default');
  }

  /** @returns all sheets as one file, for paper only and not signed */
  drawBatch(task: BatchTask): Promise<Buffer> {
    return this.run(task, 'drawAll');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads?.destroy();
    this.threads = undefined;
  }

  private async run(task: DrawingTask | BatchTask, name: 'default' | 'drawAll'): Promise<Buffer> {
    this.threads ??= this.open();
    const drawn = await this.threads.run(task, { name });
    return Buffer.from(drawn.buffer, drawn.byteOffset, drawn.byteLength);
  }

  private open(): Piscina<DrawingTask | BatchTask, Uint8Array> {
    const { path, execArgv } = programBeside(import.meta.url, 'drawing-worker');
    return new Piscina<DrawingTask | BatchTask, Uint8Array>({
      filename: path,
      execArgv,
      minThreads: 0,
      maxThreads: this.width,
      idleTimeout: IDLE_MS,
    });
  }
}
