import type { FileFacts } from '../sheets-file.js';
import type { PrintableDocument } from '../../documents/document-reader.js';

/** A document, and where anyone can check it. */
export interface SheetToDraw {
  document: PrintableDocument;
  checkAddress: string;
}

/** What is asked of the process that draws: a signable sheet; or a file of many, begun, drawn on and ended (or given up). */
export type DrawingRequest =
  | ({ act: 'sheet' } & SheetToDraw)
  | { act: 'begin'; file: string; facts: FileFacts }
  | ({ act: 'add'; file: string } & SheetToDraw)
  | { act: 'end'; file: string }
  | { act: 'drop'; file: string };

/** The bytes that are ready: a whole sheet, or the next ones of a file; none of a file that is not known. */
export type DrawingAnswer = { id: number; bytes: Uint8Array | undefined } | { id: number; fault: unknown };
