import { constants, setPriority } from 'node:os';
import { readCatalogues } from '../../platform/i18n/catalogue-files.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { PrintableDocument } from '../documents/document-reader.js';
import { DocumentWords } from './document-words.js';
import { drawBatch, drawDocument, type DocumentToDraw } from './draw-document.js';

/** What crosses to the thread that draws. */
export interface DrawingTask extends PrintableDocument {
  checkAddress: string;
}

/** Many sheets for one file. */
export interface BatchTask {
  documents: readonly PrintableDocument[];
  date: Date;
  checkAddress: string;
}

const translator = new Translator(readCatalogues());

try {
  // Of this thread alone, on Linux: whoever waits for an answer comes before whoever waits for a sheet.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // A machine that does not let us be modest.
}

/** The script of a worker thread: draws one sheet. */
export default async function draw({ checkAddress, ...document }: DrawingTask): Promise<Uint8Array> {
  return drawDocument(withWords(document, checkAddress));
}

/** Draws one after the other, each on its page. */
export async function drawAll({ documents, date, checkAddress }: BatchTask): Promise<Uint8Array> {
  return drawBatch(
    documents.map((document) => withWords(document, checkAddress)),
    date,
  );
}

/** What crossed over as bytes becomes a buffer again. */
function withWords(document: PrintableDocument, checkAddress: string): DocumentToDraw {
  const { seal, portrait } = document;
  return {
    ...document,
    seal: Buffer.from(seal),
    portrait: portrait && Buffer.from(portrait),
    words: new DocumentWords(translator, document.content.issuer),
    checkAddress,
  };
}
