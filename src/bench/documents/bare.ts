import { type KeyObject, sign } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { type DocumentToDraw, drawSheet } from '../../travel-documents/pdf/draw-sheet.js';
import type { Tags } from '../../travel-documents/pdf/tags.js';
import { lendTypefaces } from '../../travel-documents/pdf/typefaces.js';

const UNTAGGED = {
  part: (_kind: string, draw: () => void) => draw(),
  decoration: (draw: () => void) => draw(),
} as unknown as Tags;

/**
 * The same page by pdfkit alone and one ECDSA signature over it: no tags, no PDF/A, no place for the signature, no check.
 * It has our parsed fonts and compressed background too, so that only what we add is measured.
 */
export async function bareDocument(document: DocumentToDraw, key: KeyObject): Promise<number> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, pdfVersion: '1.7', font: null as unknown as string });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));
  lendTypefaces(pdf);
  drawSheet(pdf, UNTAGGED, document);
  pdf.end();
  await ended;
  const bytes = Buffer.concat(parts);
  return bytes.length + sign('sha256', bytes, key).length;
}
