import { WORDLESS } from '../../../platform/crypto/alphabets.js';
import { REFERENCE_BODY, referenceWith } from '../../../registrations/reference-form.js';
import { toBase64Url } from './seal-box.js';

/** What a person carries away from a kiosk that could not ask the service: it becomes true when it is sent. */
export interface ReceiptCodes {
  reference: string;
  accessCode: string;
  accessSecret: string;
}

/** @param post code of the kiosk's post */
export function newReceiptCodes(post: string): ReceiptCodes {
  const code = randomText(10);
  return {
    reference: referenceWith(post, randomText(REFERENCE_BODY)),
    accessCode: `${code.slice(0, 5)}-${code.slice(5)}`,
    accessSecret: newSecret(),
  };
}

/** 128 bits, URL-safe. */
export const newSecret = (): string => toBase64Url(globalThis.crypto.getRandomValues(new Uint8Array(16)));

/** Random letters and digits that make no words, without bias (rejection sampling). */
function randomText(length: number): string {
  const limit = 256 - (256 % WORDLESS.length);
  let text = '';
  while (text.length < length)
    for (const byte of globalThis.crypto.getRandomValues(new Uint8Array(length)))
      if (byte < limit && text.length < length) text += WORDLESS[byte % WORDLESS.length];
  return text;
}
