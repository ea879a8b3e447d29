import PDFDocument from 'pdfkit';
import type { PrintableDocument } from '../documents/document-reader.js';

export interface DocumentToDraw extends PrintableDocument {
  /** Where anyone can check it. */
  checkAddress: string;
}

export async function drawDocument({ content }: DocumentToDraw): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  pdf.text(content.lines.join('\n'));
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}
