import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import type { PrintableDocument } from '../documents/document-reader.js';
import { DocumentKeys } from '../pki/document-keys.js';
import { signerAway } from '../pki/signer/signer-away.js';
import { Turns } from '../turns.js';
import { DrawingRoom } from './drawing-room.js';
import { signPdf } from './signature/sign-pdf.js';

/** Makes the file of one document. The same document gives the same bytes, apart from the time and the signature. */
@Injectable()
export class SignedSheets {
  constructor(
    private readonly environment: Environment,
    private readonly room: DrawingRoom,
    private readonly keys: DocumentKeys,
    private readonly clock: Clock,
    private readonly turns: Turns,
  ) {}

  /** Draws in another process, and signs. @throws Problem `busy` (503) */
  async of(document: PrintableDocument): Promise<Buffer> {
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
