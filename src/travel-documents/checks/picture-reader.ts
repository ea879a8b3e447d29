import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { pictureFormat } from '../../identity/photos/picture-format.js';
import { programBeside } from '../../platform/programs/program-beside.js';
import { invalid, Problem } from '../../platform/problems/problem.js';

/** Pictures that may wait; whoever comes later is told to try again. */
const MOST_WAITING = 8;
const IDLE_MS = 30_000;

/** Reads seals in photographs, one at a time, on a thread of its own: anyone may send one. */
@Injectable()
export class PictureReader implements OnApplicationShutdown {
  private thread: Piscina<Uint8Array, Uint8Array | null> | undefined;

  /**
   * @returns the bytes of the seal, or null where none can be read
   * @throws Problem `invalid-input` (422) where it is no JPEG, PNG or WebP of at most 24 megapixels, `busy` (503)
   */
  async read(bytes: Buffer): Promise<Buffer | null> {
    if (!pictureFormat(bytes)) throw invalid({ pointer: '/picture', code: 'not-a-picture' });
    this.thread ??= this.open();
    if (this.thread.queueSize >= MOST_WAITING) throw new Problem('unavailable', 'busy', { retryAfter: 5 });
    try {
      const seal = await this.thread.run(bytes);
      return seal && Buffer.from(seal);
    } catch {
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
