import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  type webcrypto,
} from 'node:crypto';

/** Curves that both OpenSSL and Web Crypto know, by OpenSSL's names. */
export type Curve = 'prime256v1' | 'secp384r1';

const WEB_CRYPTO_NAMES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384' };

/**
 * A new private key. It carries its curve's parameters in full, cofactor included, and so will everything made from it:
 * Doc 9303-12 section 4.1.6 forbids naming the curve in a certificate. @param parameters `named` for what is not ICAO's
 */
export const makePrivateKey = (curve: Curve, parameters: 'explicit' | 'named' = 'explicit'): KeyObject =>
  generateKeyPairSync('ec', { namedCurve: curve, paramEncoding: parameters }).privateKey;

/** The public part as a SubjectPublicKeyInfo (RFC 5480) in DER. */
export const publicKeyInfo = (privateKey: KeyObject): Buffer =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'der' });

/** A private key in the form that signs certificates. @throws TypeError where it is on neither P-256 nor P-384 */
export function signingKey(privateKey: KeyObject): webcrypto.CryptoKey {
  const named = createPrivateKey({ key: privateKey.export({ format: 'jwk' }), format: 'jwk' });
  return named.toCryptoKey(webCryptoAlgorithm(named), false, ['sign']);
}

/** Web Crypto reads keys by the name of their curve only, and a JWK names it: hence the detour. */
function webCryptoAlgorithm(key: KeyObject): webcrypto.EcKeyImportParams {
  const namedCurve = WEB_CRYPTO_NAMES[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (!namedCurve) throw new TypeError('Not a key of P-256 or P-384');
  return { name: 'ECDSA', namedCurve };
}
