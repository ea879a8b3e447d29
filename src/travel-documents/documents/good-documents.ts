import { DOCUMENT_TRANSITIONS, documentIsOut, type DocumentStatus } from './document-status.js';

const OUT = (Object.keys(DOCUMENT_TRANSITIONS) as DocumentStatus[])
  .filter(documentIsOut)
  .map((status) => `'${status}'`)
  .join(', ');

/** {@link documentIsOut} in a statement. @param document its alias there */
export const isOut = (document: string): string => `${document}.status IN (${OUT})`;

/** One that its holder can travel with on a day: its last day is not over. @param day an expression: a `date` */
export const isGoodOn = (document: string, day: string): string =>
  `${isOut(document)} AND ${document}.valid_until >= ${day}`;

/** One whose last day was over by then, and that nobody has ended yet. */
export const hasRunOutBy = (document: string, day: string): string =>
  `${isOut(document)} AND ${document}.valid_until < ${day}`;
