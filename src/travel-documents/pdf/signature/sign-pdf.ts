import type { PaperSigner } from './paper-signer.js';
import { NO_TIME, SIGNATURE_BYTES } from './signature-place.js';
import { sha256 } from './signed-attributes.js';
import { signedData } from './signed-data.js';

const UNKNOWN_RANGE = '/ByteRange [0 9999999999 9999999999 9999999999]';
const TIME = `/M (${NO_TIME})`;
const CONTENTS = '/Contents <';

/**
 * Signs a drawn sheet (PAdES B-B): the time, the range of bytes and the signature are written into the places kept for
 * them, nothing else changes.
 * @param pdf with one place for a signature; it is written into, not copied
 * @returns the same bytes, signed
 */
export async function signPdf(pdf: Buffer, signer: PaperSigner, now: Date): Promise<Buffer> {
  const rangeAt = placeOf(pdf, UNKNOWN_RANGE);
  const from = placeOf(pdf, CONTENTS, rangeAt) + CONTENTS.length - 1;
  const until = from + 2 * SIGNATURE_BYTES + 2;
  const range = `/ByteRange [0 ${from} ${until} ${pdf.length - until}]`;
  pdf.write(range.padEnd(UNKNOWN_RANGE.length), rangeAt, 'latin1');
  pdf.write(`/M (${pdfTime(now)})`, placeOf(pdf, TIME, rangeAt - 200), 'latin1');
  const digest = sha256(pdf.subarray(0, from), pdf.subarray(until));
  const signature = await signedData(digest, signer);
  if (signature.length > SIGNATURE_BYTES)
    throw new RangeError('the certificates leave no room for the signature');
  pdf.write(signature.toString('hex'), from + 1, 'latin1');
  return pdf;
}

function placeOf(pdf: Buffer, text: string, after = 0): number {
  const at = pdf.indexOf(text, Math.max(0, after), 'latin1');
  if (at < 0) throw new TypeError('Not a sheet with a place for a signature');
  return at;
}

const pdfTime = (moment: Date): string => `D:${moment.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
