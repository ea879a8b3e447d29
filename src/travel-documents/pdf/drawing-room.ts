import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids.js';
import type { PrintableDocument } from '../documents/document-reader.js';
import { batchFacts } from './draw-document.js';
import { DrawingLost, DrawingProcess } from './drawing/drawing-process.js';
import type { DrawingRequest, SheetToDraw } from './drawing/drawing-request.js';

const ATTEMPTS = 2;

/** Many sheets for one file. */
export interface BatchTask {
  documents: readonly PrintableDocument[];
  date: Date;
  checkAddress: string;
}

/**
 * Where sheets are drawn: by a process of its own that comes after everyone else, so that nobody's request waits for one.
 * Where that process ends in the middle, what was under way is drawn once more by the next one.
 */
@Injectable()
export class DrawingRoom {
  constructor(private readonly process: DrawingProcess) {}

  /** @returns the drawn sheet, with a place for its signature. @throws DrawingLost, Problem `busy` (503) */
  draw(task: SheetToDraw): Promise<Buffer> {
    return this.ask({ act: 'sheet', ...task });
  }

  /**
   * All sheets as one file, for paper only and not signed, piece by piece: no more of it is drawn than is taken.
   * @throws DrawingLost, Problem `busy` (503)
   */
  async *drawBatch(task: BatchTask): AsyncGenerator<Buffer, void, void> {
    let given = 0;
    for (let attempt = 1; ; attempt++)
      try {
        // The same sheets give the same bytes: what has been given away already is left out.
        let skip = given;
        for await (const bytes of this.fileOf(task)) {
          const rest = bytes.subarray(skip);
          skip -= bytes.length - rest.length;
          given += rest.length;
          if (rest.length > 0) yield rest;
        }
        return;
      } catch (error) {
        if (!(error instanceof DrawingLost) || attempt === ATTEMPTS) throw error;
      }
  }

  private async *fileOf({ documents, date, checkAddress }: BatchTask): AsyncGenerator<Buffer, void, void> {
    const file = newId();
    await this.process.ask({ act: 'begin', file, facts: batchFacts(documents, date) });
    let ended = false;
    try {
      for (const document of documents)
        yield await this.process.ask({ act: 'add', file, document, checkAddress });
      const last = await this.process.ask({ act: 'end', file });
      ended = true;
      yield last;
    } finally {
      if (!ended) await this.process.ask({ act: 'drop', file }).catch(() => undefined);
    }
  }

  private async ask(request: DrawingRequest): Promise<Buffer> {
    try {
      return await this.process.ask(request);
    } catch (error) {
      if (!(error instanceof DrawingLost)) throw error;
      return this.process.ask(request);
    }
  }
}
