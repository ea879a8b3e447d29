/** Bytes of a date in a seal. */
export const SEAL_DATE_BYTES = 3;

/**
 * A date as the number MMDDYYYY in three bytes (ICAO Doc 9303-13 section 2.3.1).
 * @param date `YYYY-MM-DD`
 */
export function encodeSealDate(date: string): Buffer {
  const [year, month, day] = date.split('-').map(Number);
  const bytes = Buffer.alloc(SEAL_DATE_BYTES);
  bytes.writeUIntBE((month ?? 0) * 1_000_000 + (day ?? 0) * 10_000 + (year ?? 0), 0, SEAL_DATE_BYTES);
  return bytes;
}

/** @returns `YYYY-MM-DD`, or null where the three bytes are no date of the calendar */
export function decodeSealDate(bytes: Buffer): string | null {
  const digits = String(bytes.readUIntBE(0, SEAL_DATE_BYTES)).padStart(8, '0');
  const date = `${digits.slice(4)}-${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null;
}
