import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { pictureFormat } from '../../identity/photos/picture-format.js';
import { programBeside } from '../../platform/programs/program-beside.js';
import { invalid, Problem } from '../../platform/problems/problem.js';

/** Pictures that are read or wait; whoever comes later is told to try again. */
const MOST_AT_ONCE = 9;
/** A seal is found within a second; what holds none can keep the reader for eight, and everybody behind it. */
const LONGEST_MS = 4_000;
const IDLE_MS = 30_000;

/** Reads seals in photographs, one at a time, on a thread of its own: anyone may send one. */
@Injectable()
export class PictureReader implements OnApplicationShutdown {
  /** How long one picture is read at most, from when its turn came. */
  longestMs = LONGEST_MS;
  private thread: Piscina<Uint8Array, Uint8Array | null> | undefined;
  private before: Promise<unknown> = Promise.resolve();
  private atOnce = 0;

  /**
   * @returns the bytes of the seal, or null where none can be read, or not in time
   * @throws Problem `invalid-input` (422) where it is no JPEG, PNG or WebP of at most 24 megapixels, `busy` (503)
   */
  async read(bytes: Buffer): Promise<Buffer | null> {
    if (!pictureFormat(bytes)) throw invalid({ pointer: '/picture', code: 'not-a-picture' });
    if (this.atOnce >= MOST_AT_ONCE) throw new Problem('unavailable', 'busy', { retryAfter: 5 });
    this.atOnce += 1;
    const reading = this.before.then(() => this.readNow(bytes));
    this.before = reading.catch(() => undefined);
    try {
      return await reading;
    } finally {
      this.atOnce -= 1;
    }
  }

  private async readNow(bytes: Buffer): Promise<Buffer | null> {
    this.thread ??= this.open();
    const inTime = AbortSignal.timeout(this.longestMs);
    try {
      const seal = await this.thread.run(bytes, { signal: inTime });
      return seal && Buffer.from(seal);
    } catch {
      if (inTime.aborted) return null;
      throw invalid({ pointer: '/picture', code: 'not-a-picture' });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.destroy();
    this.thread = undefined;
  }

  private open(): Piscina<Uint8Array, Uint8Array | null> {
    const { path, execArgv } = programBeside(import.meta.url, 'picture-worker');
    return new Piscina({ filename: path, execArgv, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS });
  }
}
