import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { OpenRequests } from '../../platform/overload/open-requests.js';
import { IssueBatchReader } from '../issuance/batches/issue-batch-reader.js';
import { DrawingRoom } from './drawing-room.js';

/** Draws all documents of a batch as one file for the printer, as fast as it is taken. */
@Injectable()
export class BatchPrinter {
  constructor(
    private readonly reader: IssueBatchReader,
    private readonly environment: Environment,
    private readonly room: DrawingRoom,
    private readonly openRequests: OpenRequests,
  ) {}

  /** @throws Problem `not-found`, 409: `not-in-this-state`, `tied-to-person`, `erased`; `busy` (503) */
  async print(caller: Caller, id: string): Promise<{ name: string; bytes: Readable }> {
    const { finishedAt, documents } = await this.reader.printable(caller, id);
    const checkAddress = new URL('/check', this.environment.PUBLIC_URL).href;
    const done = this.openRequests.stepAside();
    try {
      const pieces = this.room.drawBatch({ documents, date: finishedAt, checkAddress });
      // What goes wrong at the beginning is still answered as a problem.
      const first = await pieces.next();
      const bytes = Readable.from(allOf(first.value ?? Buffer.alloc(0), pieces), { objectMode: false });
      bytes.once('close', done);
      return { name: `batch-${finishedAt.toISOString().slice(0, 10)}.pdf`, bytes };
    } catch (error) {
      done();
      throw error;
    }
  }
}

async function* allOf(first: Buffer, others: AsyncGenerator<Buffer, void, void>) {
  yield first;
  yield* others;
}
