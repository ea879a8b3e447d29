/** Years for which a country signing CA issues certificates: 3 to 5 (Doc 9303-12 section 4.1.3). */
const AUTHORITY_KEY_MONTHS = 4 * 12;
/** Months for which a seal signer seals (Doc 9303-12 section 4.1.3). */
const SIGNER_KEY_MONTHS = 14;
/** The longest validity of an emergency travel document: two years in Indonesia. */
const LONGEST_DOCUMENT_MONTHS = 24;
/** A new revocation list is due at least every 90 days (Doc 9303-12 section 4.1.5). */
const REVOCATION_LIST_DAYS = 90;

export interface Lifetime {
  from: Date;
  /** The last moment at which the key may sign. */
  keyUntil: Date;
  /** The last moment at which a signature may have to be verified. */
  until: Date;
}

/** A seal signer's certificate outlives the last document that it signed. */
export const signerLifetime = (from: Date): Lifetime => ({
  from,
  keyUntil: monthsAfter(from, SIGNER_KEY_MONTHS),
  until: monthsAfter(from, SIGNER_KEY_MONTHS + LONGEST_DOCUMENT_MONTHS),
});

/** A CA's certificate outlives the last signer's. */
export const authorityLifetime = (from: Date): Lifetime => ({
  from,
  keyUntil: monthsAfter(from, AUTHORITY_KEY_MONTHS),
  until: monthsAfter(from, AUTHORITY_KEY_MONTHS + SIGNER_KEY_MONTHS + LONGEST_DOCUMENT_MONTHS),
});

export const nextRevocationList = (from: Date): Date =>
  new Date(from.getTime() + REVOCATION_LIST_DAYS * 86_400_000);

/** The same day of a later month, or the first of the next where that month is too short. */
function monthsAfter(from: Date, months: number): Date {
  const later = new Date(from);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}
