import { invalid } from '../platform/problems/problem.js';
import { readMrz } from '../platform/icao/mrz.js';
import { type Facts, factsOfMrz } from './contradictions/compare-facts.js';
import type { EvidenceKind } from './evidence-kinds.js';

const PASSPORTS: readonly EvidenceKind[] = ['passport', 'passport-copy'];
const DOCUMENTS: readonly EvidenceKind[] = [...PASSPORTS, 'national-id'];

interface ReadDocument {
  kind: EvidenceKind;
  mrz?: string;
  documentNumber?: string;
}

/**
 * What a document says, as read from it.
 * @param today `YYYY-MM-DD`
 * @returns nothing where nothing was read
 * @throws Problem `invalid-input` for lines that cannot be read or whose check digits are wrong, and for evidence that is no document
 */
export function factsOfDocument(
  { kind, mrz, documentNumber }: ReadDocument,
  today: string,
): Facts | undefined {
  for (const [field, value] of Object.entries({ mrz, documentNumber }))
    if (value !== undefined && !DOCUMENTS.includes(kind))
      throw invalid({ pointer: `/${field}`, code: 'unknown-field' });
  const typed: Facts =
    documentNumber === undefined
      ? {}
      : { [PASSPORTS.includes(kind) ? 'passportNumber' : 'nationalId']: documentNumber };
  if (mrz === undefined) return documentNumber === undefined ? undefined : typed;
  const reading = readMrz(mrz);
  if (!reading.ok) throw invalid({ pointer: '/mrz', code: 'mrz-unreadable' });
  return { ...typed, ...factsOfMrz(reading.fields, today) };
}
