import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { OpenRequests } from '../../platform/overload/open-requests.js';
import { DocumentReader, type PrintableDocument } from '../documents/document-reader.js';
import { signerAway } from '../pki/signer/signer-away.js';
import { DocumentKeys } from '../pki/document-keys.js';
import { Turns } from '../turns.js';
import { DrawingRoom } from './drawing-room.js';
import { signPdf } from './signature/sign-pdf.js';

/** Draws documents for printing. The same document gives the same bytes, apart from the time and the signature. */
@Injectable()
export class DocumentPrinter {
  constructor(
    private readonly reader: DocumentReader,
    private readonly environment: Environment,
    private readonly room: DrawingRoom,
    private readonly keys: DocumentKeys,
    private readonly clock: Clock,
    private readonly openRequests: OpenRequests,
    private readonly turns: Turns,
  ) {}

  /** @throws Problem `not-found`, 409: `not-in-this-state`, `tied-to-person`, `erased` */
  async print(caller: Caller, id: string): Promise<{ name: string; bytes: Buffer }> {
    const done = this.openRequests.stepAside();
    try {
      const document = await this.turns.take(() => this.reader.printable(caller, id));
      return { name: `${document.content.number}.pdf`, bytes: await this.sheet(document) };
    } finally {
      done();
    }
  }

  /** Draws in another process, and signs. @throws Problem `busy` (503) */
  async sheet(document: PrintableDocument): Promise<Buffer> {
    const checkAddress = new URL('/check', this.environment.PUBLIC_URL).href;
    const drawn = await this.room.draw({ document, checkAddress });
    try {
      const signer = await this.keys.paperSignerOf(document.content.issuer);
      return await this.turns.take(() => signPdf(drawn, signer, this.clock.now()));
    } catch (error) {
      throw signerAway(error);
    }
  }
}
