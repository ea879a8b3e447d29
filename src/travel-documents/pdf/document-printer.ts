import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { DocumentReader } from '../documents/document-reader.js';
import { drawDocument } from './draw-document.js';

/** Draws documents for printing. The same document gives the same bytes, whenever it is drawn. */
@Injectable()
export class DocumentPrinter {
  constructor(
    private readonly reader: DocumentReader,
    private readonly environment: Environment,
  ) {}

  /** @throws Problem `not-found`, `not-in-this-state` (409), `erased` (409) */
  async print(caller: Caller, id: string): Promise<{ name: string; bytes: Buffer }> {
    const document = await this.reader.printable(caller, id);
    const checkAddress = new URL('/check', this.environment.PUBLIC_URL).href;
    return {
      name: `${document.content.number}.pdf`,
      bytes: await drawDocument({ ...document, checkAddress }),
    };
  }
}
