/**
 * The secret in what a reader of QR codes typed: the receipt's whole link. Readers that play keyboard under another
 * layout spoil punctuation, so only the end counts. @returns nothing where it is a reference typed by hand
 */
export const scannedSecret = (text: string): string | undefined =>
  /^https?:.*\bs=([A-Za-z0-9_-]{22})$/.exec(text.trim())?.[1];
