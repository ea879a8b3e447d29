import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { OpenRequests } from '../../platform/overload/open-requests.js';
import { DocumentReader } from '../documents/document-reader.js';
import { Turns } from '../turns.js';
import { SignedSheets } from './signed-sheets.js';

/** Answers who prints a document. */
@Injectable()
export class DocumentPrinter {
  constructor(
    private readonly reader: DocumentReader,
    private readonly sheets: SignedSheets,
    private readonly openRequests: OpenRequests,
    private readonly turns: Turns,
  ) {}

  /** @throws Problem `not-found`, 409: `not-in-this-state`, `tied-to-person`, `erased`; `busy` (503) */
  async print(caller: Caller, id: string): Promise<{ name: string; bytes: Buffer }> {
    const done = this.openRequests.stepAside();
    try {
      const document = await this.turns.take(() => this.reader.printable(caller, id));
      return { name: `${document.content.number}.pdf`, bytes: await this.sheets.of(document) };
    } finally {
      done();
    }
  }
}
