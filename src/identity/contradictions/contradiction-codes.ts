/** What can be said otherwise than the record has it. */
export const CONTRADICTION_CODES = [
  /** The officer, or whoever answered, says that it does not agree. */
  'does-not-agree',
  'name-differs',
  'birth-date-differs',
  'sex-differs',
  'number-differs',
  'nationality-differs',
  'document-of-another-case',
  'document-expired',
  /** The paper itself is shown, and the national bureau has it as lost, stolen or revoked. */
  'document-reported',
  /** Whoever vouched was taken for somebody else since, or for no national. */
  'referee-refused',
  /** Whoever was named as vouching says that they do not, or no longer. */
  'referee-objected',
] as const;
export type ContradictionCode = (typeof CONTRADICTION_CODES)[number];
