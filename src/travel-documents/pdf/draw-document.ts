import { setImmediate as pause } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { PrintableDocument } from '../documents/document-reader.js';
import type { DocumentWords } from './document-words.js';
import { drawBackground } from './parts/background.js';
import { drawHeader } from './parts/header.js';
import { drawHolder } from './parts/holder.js';
import { drawIssue } from './parts/issue.js';
import { drawMachineReadableZone } from './parts/machine-readable-zone.js';
import { drawRoute } from './parts/route.js';
import { drawSeal } from './parts/seal.js';
import { drawSpecimenMark } from './parts/specimen.js';
import { keepSignaturePlace } from './signature/signature-place.js';
import type { Pdf } from './pen.js';
import { Tags } from './tags.js';
import { keepTypefaces, lendTypefaces } from './typefaces.js';

export interface DocumentToDraw extends PrintableDocument {
  words: DocumentWords;
  /** Where anyone can check it. */
  checkAddress: string;
}

/**
 * One sheet of A4 as tagged PDF/A-2b. The file's date is the document's, and its identifier follows from the content:
 * the same document gives the same bytes. A place is kept for the signature (see `signPdf`).
 */
export function drawDocument(document: DocumentToDraw): Promise<Buffer> {
  const { content, words, issuedAt } = document;
  const title = `${words.say('title').english} ${content.number}`;
  return drawFile({ title, author: content.authority, date: issuedAt }, (pdf, tags) => {
    drawSheet(pdf, tags, document);
    tags.end();
    keepSignaturePlace(pdf);
  });
}

/**
 * Many sheets as one file for the printer, each on its page; for paper only, and not signed.
 * @param drawn is told after each sheet
 */
export function drawBatch(
  documents: readonly DocumentToDraw[],
  date: Date,
  drawn: (count: number) => void = () => undefined,
): Promise<Buffer> {
  const author = documents[0]?.content.authority ?? '';
  return drawFile({ title: `${documents.length} travel documents`, author, date }, async (pdf, tags) => {
    for (const [index, document] of documents.entries()) {
      if (index > 0) pdf.addPage();
      drawSheet(pdf, tags, document);
      drawn(index + 1);
      // Lets whoever watches look, and memory go.
      if (index % 16 === 15) await pause();
    }
    tags.end();
  });
}

interface FileFacts {
  title: string;
  author: string;
  date: Date;
}

async function drawFile(
  { title, author, date }: FileFacts,
  draw: (pdf: Pdf, tags: Tags) => Promise<void> | void,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    // None by default: each part says which.
    font: null as unknown as string,
    info: {
      Title: title,
      Author: author,
      Creator: 'Pulang',
      Producer: 'Pulang',
      CreationDate: date,
      ModDate: date,
    },
  });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));
  lendTypefaces(pdf);
  await draw(pdf, new Tags(pdf));
  keepTypefaces(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

/** Everything that is seen on the sheet, from back to front. */
export function drawSheet(
  pdf: Pdf,
  tags: Tags,
  { content, seal, portrait, words, checkAddress }: Omit<DocumentToDraw, 'issuedAt'>,
): void {
  tags.decoration(() => drawBackground(pdf));
  drawHeader(pdf, tags, words, content);
  if (content.specimen) drawSpecimenMark(pdf, tags, words);
  drawHolder(pdf, tags, words, content, portrait);
  drawRoute(pdf, tags, words, content);
  drawIssue(pdf, tags, words, content);
  drawSeal(pdf, tags, words, seal, checkAddress);
  drawMachineReadableZone(pdf, tags, content.lines);
}
