import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** A document that a browser shows, and keeps under its name. @param file its bytes, whole or as they come */
export const pdfAnswer = ({ name, bytes }: { name: string; bytes: Uint8Array | Readable }): StreamableFile =>
  // the constructor takes either, by two signatures
  new StreamableFile(bytes as Readable, {
    type: 'application/pdf',
    disposition: `inline; filename="${name}"`,
  });

/** A picture that a browser shows. */
export const jpegAnswer = (bytes: Uint8Array): StreamableFile =>
  new StreamableFile(bytes, { type: 'image/jpeg', disposition: 'inline' });
