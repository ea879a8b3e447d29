import { type ChildProcess, fork } from 'node:child_process';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import { OpenRequests } from '../../../platform/overload/open-requests.js';
import { Problem } from '../../../platform/problems/problem.js';
import { programBeside } from '../../../platform/programs/program-beside.js';
import { releasedWithUs } from '../../../platform/programs/released-with-us.js';
import type { DrawingAnswer, DrawingRequest } from './drawing-request.js';
import { Holding } from './holding.js';

/** Thrown where the process that draws ended before it was done: 503, for whoever tried again in vain. */
export class DrawingLost extends Problem {
  constructor() {
    super('unavailable', 'busy', { retryAfter: 5 });
  }
}

/** Questions that may wait; whoever comes later is told to try again. */
const MOST_WAITING = 100;

interface Waiting {
  resolve: (bytes: Buffer) => void;
  reject: (error: unknown) => void;
}

/**
 * One process of ours that draws, started with the first question and kept; one that ended is started again. While anybody
 * else waits for an answer it is held still.
 */
@Injectable()
export class DrawingProcess implements OnApplicationShutdown {
  private child: ChildProcess | undefined;
  private watch: ReturnType<typeof releasedWithUs> | undefined;
  private readonly holding = new Holding(
    () => this.watch?.fit && this.child?.kill('SIGSTOP'),
    () => this.child?.kill('SIGCONT'),
  );
  /** It has drawn once. Before that it loads what it needs: held, that would take somebody's first sheet many seconds. */
  private loaded = false;
  private over = false;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly environment: Environment,
    private readonly openRequests: OpenRequests,
  ) {
    openRequests.watch(() => this.heed());
  }

  /** The operating system's number of it, while it runs. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws DrawingLost, Problem `busy` (503) */
  async ask(request: DrawingRequest): Promise<Buffer> {
    const begins = request.act === 'sheet' || request.act === 'begin';
    if (begins && this.waiting.size >= MOST_WAITING)
      throw new Problem('unavailable', 'busy', { retryAfter: 5 });
    if (this.over) throw new DrawingLost();
    const id = ++this.lastId;
    const child = (this.child ??= this.start());
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      child.send({ id, ...request }, (error) => error && this.lose(child));
      this.heed();
    });
  }

  /** For good: what is under way is lost. */
  onApplicationShutdown(): void {
    this.over = true;
    if (this.child) this.lose(this.child);
  }

  private start(): ChildProcess {
    const { path, execArgv } = programBeside(import.meta.url, 'drawing-program');
    const child = fork(path, [String(this.environment.DRAWING_NICENESS)], {
      execArgv: [...execArgv, '--v8-pool-size=1'],
      // It needs nothing of ours, and least of all our secrets.
      env: {},
      serialization: 'advanced',
      // A session of its own: see `stepAside`. It ends when our end of the channel closes, however that happens.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (answer) => this.settle(answer as DrawingAnswer));
    child.on('disconnect', () => this.lose(child)).on('error', () => this.lose(child));
    // Ours to end, and none of what keeps us running.
    child.unref();
    child.channel?.unref();
    this.watch = child.pid === undefined || !this.isModest ? undefined : releasedWithUs(child.pid);
    return child;
  }

  private heed(): void {
    this.holding.tell(this.isModest && this.loaded && this.waiting.size > 0 && this.openRequests.anybody);
  }

  private get isModest(): boolean {
    return this.environment.DRAWING_NICENESS > 0;
  }

  private settle(answer: DrawingAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    this.loaded = true;
    this.heed();
    if ('fault' in answer) waiting?.reject(answer.fault);
    else if (!answer.bytes) waiting?.reject(new DrawingLost());
    else waiting?.resolve(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
  }

  private lose(child: ChildProcess): void {
    if (this.child !== child) return;
    this.holding.end();
    this.watch?.end();
    this.child = undefined;
    this.loaded = false;
    if (child.connected) child.disconnect();
    const left = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of left) reject(new DrawingLost());
  }
}
