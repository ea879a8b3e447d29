import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DocumentReader } from '../documents/document-reader.js';
import { DocumentWords } from './document-words.js';
import { drawDocument } from './draw-document.js';

/** Draws documents for printing. The same document gives the same bytes, whenever it is drawn. */
@Injectable()
export class DocumentPrinter {
  constructor(
    private readonly reader: DocumentReader,
    private readonly environment: Environment,
    private readonly translator: Translator,
  ) {}

  /** @throws Problem `not-found`, `not-in-this-state` (409), `erased` (409) */
  async print(caller: Caller, id: string): Promise<{ name: string; bytes: Buffer }> {
    const document = await this.reader.printable(caller, id);
    const { number, issuer } = document.content;
    const words = new DocumentWords(this.translator, issuer);
    const checkAddress = new URL('/check', this.environment.PUBLIC_URL).href;
    return { name: `${number}.pdf`, bytes: await drawDocument({ ...document, words, checkAddress }) };
  }
}
