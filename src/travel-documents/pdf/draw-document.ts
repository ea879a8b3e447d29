import type { PrintableDocument } from '../documents/document-reader.js';
import type { DocumentToDraw } from './draw-sheet.js';
import { type FileFacts, SheetsFile } from './sheets-file.js';
import { keepSignaturePlace } from './signature/signature-place.js';

/**
 * One sheet of A4 as tagged PDF/A-2b. The file's date is the document's, and its identifier follows from the content:
 * the same document gives the same bytes. A place is kept for the signature (see `signPdf`).
 */
export function drawDocument(document: DocumentToDraw): Promise<Buffer> {
  const { content, words, issuedAt } = document;
  const title = `${words.say('title').english} ${content.number}`;
  const file = new SheetsFile({ title, author: content.authority, date: issuedAt });
  file.draw(document);
  return file.end(keepSignaturePlace);
}

/** Many sheets as one file in memory, for paper only and not signed. @param drawn is told after each sheet */
export async function drawBatch(
  documents: readonly DocumentToDraw[],
  date: Date,
  drawn: (count: number) => void = () => undefined,
): Promise<Buffer> {
  const file = new SheetsFile(batchFacts(documents, date));
  const parts: Buffer[] = [];
  for (const [index, document] of documents.entries()) {
    parts.push(await file.add(document));
    drawn(index + 1);
  }
  parts.push(await file.end());
  return Buffer.concat(parts);
}

/** What a file of many sheets says of itself. */
export const batchFacts = (documents: readonly PrintableDocument[], date: Date): FileFacts => ({
  title: `${documents.length} travel documents`,
  author: documents[0]?.content.authority ?? '',
  date,
});
