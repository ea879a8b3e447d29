import { type KeyObject, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';

/** Bits of the order of each curve that ICAO's profiles allow (BSI TR-03110, NIST), by OpenSSL's names. */
const CURVES: Readonly<Record<string, number>> = {
  brainpoolP224r1: 224,
  secp224r1: 224,
  prime256v1: 256,
  brainpoolP256r1: 256,
  brainpoolP320r1: 320,
  secp384r1: 384,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
  secp521r1: 521,
};

/** The hash that goes with a key: as long as the curve's order, or the next longer (ICAO Doc 9303-13 section 2.5). */
export function digestFor(key: KeyObject): string | null {
  const bits = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (bits === undefined) return null;
  return `sha${[224, 256, 384].find((length) => bits <= length) ?? 512}`;
}

const signInBackground = promisify(sign);

/**
 * Signs off the event loop with ECDSA.
 * @returns r and s, each left-padded to the length of the curve's order (IEEE P1363)
 * @throws TypeError where the key's curve is none of ICAO's
 */
export async function signSeal(signed: Buffer, key: KeyObject): Promise<Buffer> {
  const digest = digestFor(key);
  if (digest === null) throw new TypeError('Not a key for seals');
  return signInBackground(digest, signed, { key, dsaEncoding: 'ieee-p1363' });
}

/** Whether the signature over these bytes was made with the private part of the key. Never throws. */
export function isSignedBy(signed: Buffer, signature: Buffer, key: KeyObject): boolean {
  const digest = digestFor(key);
  return digest !== null && verify(digest, signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
