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
import { FONTS } from './sheet.js';
import { keepSignaturePlace } from './signature/signature-place.js';
import { Tags } from './tags.js';

export interface DocumentToDraw extends PrintableDocument {
  words: DocumentWords;
  /** Where anyone can check it. */
  checkAddress: string;
}

/**
 * One sheet of A4 as tagged PDF/A-2b. The file's date is the document's, and its identifier follows from the content:
 * the same document gives the same bytes. A place is kept for the signature (see `signPdf`).
 */
export async function drawDocument({
  content,
  seal,
  portrait,
  issuedAt,
  words,
  checkAddress,
}: DocumentToDraw): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    font: FONTS.text,
    info: {
      Title: `${words.say('title').english} ${content.number}`,
      Author: content.authority,
      Creator: 'Pulang',
      Producer: 'Pulang',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));

  const tags = new Tags(pdf);
  tags.decoration(() => drawBackground(pdf));
  drawHeader(pdf, tags, words, content);
  if (content.specimen) drawSpecimenMark(pdf, tags, words);
  drawHolder(pdf, tags, words, content, portrait);
  drawRoute(pdf, tags, words, content);
  drawIssue(pdf, tags, words, content);
  drawSeal(pdf, tags, words, seal, checkAddress);
  drawMachineReadableZone(pdf, tags, content.lines);
  tags.end();
  keepSignaturePlace(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}
