import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DocumentReader } from '../documents/document-reader.js';
import { DocumentKeys } from '../pki/document-keys.js';
import { DocumentWords } from './document-words.js';
import { drawDocument } from './draw-document.js';
import { signPdf } from './signature/sign-pdf.js';

/** Draws documents for printing. The same document gives the same bytes, apart from the time and the signature. */
@Injectable()
export class DocumentPrinter {
  constructor(
    private readonly reader: DocumentReader,
    private readonly environment: Environment,
    private readonly translator: Translator,
    private readonly keys: DocumentKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found`, `not-in-this-state` (409), `erased` (409) */
  async print(caller: Caller, id: string): Promise<{ name: string; bytes: Buffer }> {
    const document = await this.reader.printable(caller, id);
    const { number, issuer } = document.content;
    const words = new DocumentWords(this.translator, issuer);
    const checkAddress = new URL('/check', this.environment.PUBLIC_URL).href;
    const drawn = await drawDocument({ ...document, words, checkAddress });
    const signer = await this.keys.paperSignerOf(issuer);
    return { name: `${number}.pdf`, bytes: await signPdf(drawn, signer, this.clock.now()) };
  }
}
