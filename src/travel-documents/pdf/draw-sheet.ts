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
import type { Pdf } from './pen.js';
import type { Tags } from './tags.js';

export interface DocumentToDraw extends PrintableDocument {
  words: DocumentWords;
  /** Where anyone can check it. */
  checkAddress: string;
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
