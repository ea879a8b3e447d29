import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { programBeside } from '../../../platform/programs/program-beside.js';
import { invalid, Problem } from '../../../platform/problems/problem.js';
import { type Table, TABLE_LIMITS, type TableFault } from './table.js';

const MOST_WAITING = 4;
const LONGEST_MS = 20_000;
/** More than the largest list needs. */
const MEMORY_MB = 384;

/**
 * Reads lists, one at a time, each in a process of its own that is held to a time and to a size. A thread would not do: where
 * V8 cannot give it one large piece of memory, Node ends the whole process and not only the thread.
 */
@Injectable()
export class TableReader implements OnApplicationShutdown {
  private readonly logger = new Logger('Lists');
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();
  private child: ChildProcess | undefined;

  /** The operating system's number of the process that reads, while one does. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws Problem `too-large` (413), `invalid-input` (422) with what is wrong with the file, `busy` (503) */
  async read(bytes: Buffer): Promise<Table> {
    if (bytes.length > TABLE_LIMITS.bytes) throw new Problem('too-large', 'too-large');
    if (this.waiting > MOST_WAITING) throw new Problem('unavailable', 'busy', { retryAfter: 10 });
    this.waiting += 1;
    const turn = this.last.then(() => this.ask(bytes));
    this.last = turn.catch(() => undefined).finally(() => (this.waiting -= 1));
    const read = await turn;
    if (typeof read === 'string') throw invalid({ pointer: '/file', code: read });
    return read;
  }

  onApplicationShutdown(): void {
    this.child?.kill('SIGKILL');
  }

  private async ask(bytes: Buffer): Promise<Table | TableFault> {
    const child = (this.child = this.start());
    const tooLong = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
    const answered = once(child, 'message') as Promise<[Table | TableFault]>;
    // whoever ends without an answer was killed, or its memory was full
    const ended = once(child, 'disconnect').then(() => [undefined] as const);
    try {
      child.send(bytes, () => undefined);
      const [read] = await Promise.race([answered, ended]);
      if (read !== undefined) return read;
      this.logger.warn('a list was not read: the process that read it took too long or too much memory');
      return 'not-a-table';
    } finally {
      this.child = undefined;
      clearTimeout(tooLong);
    }
  }

  private start(): ChildProcess {
    const { path, execArgv } = programBeside(import.meta.url, 'table-program');
    return fork(path, [], {
      execArgv: [...execArgv, `--max-old-space-size=${MEMORY_MB}`, '--v8-pool-size=1'],
      // It needs nothing of ours, and least of all our secrets.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }
}
