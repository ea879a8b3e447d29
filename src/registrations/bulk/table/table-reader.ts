import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { programBeside } from '../../../platform/programs/program-beside.js';
import { invalid, Problem } from '../../../platform/problems/problem.js';
import { type Table, TABLE_LIMITS, type TableFault } from './table.js';

const MOST_WAITING = 4;
const IDLE_MS = 30_000;
const LONGEST_MS = 20_000;
/** More than the largest list needs; a file made to fill memory ends its thread and nothing else. */
const MEMORY_MB = 384;

/** Reads lists, one at a time, on a thread of its own that is held to a time and to a size. */
@Injectable()
export class TableReader implements OnApplicationShutdown {
  private thread: Piscina<Uint8Array, Table | TableFault> | undefined;

  /** @throws Problem `too-large` (413), `invalid-input` (422) with what is wrong with the file, `busy` (503) */
  async read(bytes: Buffer): Promise<Table> {
    if (bytes.length > TABLE_LIMITS.bytes) throw new Problem('too-large', 'too-large');
    this.thread ??= this.open();
    if (this.thread.queueSize >= MOST_WAITING) throw new Problem('unavailable', 'busy', { retryAfter: 10 });
    const read = await this.thread
      .run(bytes, { signal: AbortSignal.timeout(LONGEST_MS) })
      .catch((): TableFault => 'not-a-table');
    if (typeof read === 'string') throw invalid({ pointer: '/file', code: read });
    return read;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.destroy();
    this.thread = undefined;
  }

  private open(): Piscina<Uint8Array, Table | TableFault> {
    const { path, execArgv } = programBeside(import.meta.url, 'table-worker');
    return new Piscina({
      filename: path,
      execArgv,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
  }
}
