import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { IssueBatchReader } from '../issuance/batches/issue-batch-reader.js';
import { DrawingRoom } from './drawing-room.js';

/** Draws all documents of a batch as one file for the printer, on another thread. */
@Injectable()
export class BatchPrinter {
  constructor(
    private readonly reader: IssueBatchReader,
    private readonly environment: Environment,
    private readonly room: DrawingRoom,
  ) {}

  /** @throws Problem `not-found`, `not-in-this-state` (409), `erased` (409) */
  async print(caller: Caller, id: string): Promise<{ name: string; bytes: Buffer }> {
    const { finishedAt, documents } = await this.reader.printable(caller, id);
    const checkAddress = new URL('/check', this.environment.PUBLIC_URL).href;
    const bytes = await this.room.drawBatch({ documents, date: finishedAt, checkAddress });
    return { name: `batch-${finishedAt.toISOString().slice(0, 10)}.pdf`, bytes };
  }
}
