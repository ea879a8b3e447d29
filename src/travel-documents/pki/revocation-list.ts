import type { CertifiedKey } from './country-signing-ca.js';
import { crlNumber } from './icao-extensions.js';
import { publicKeyInfo, signingKey } from './key-pair.js';
import { nextRevocationList } from './lifetimes.js';
import * as x509 from './x509.js';

/** A signer whose certificate is taken back, and since when. */
export interface RevokedSigner {
  /** Serial number in hexadecimal digits. */
  reference: string;
  since: Date;
}

/**
 * The CA's revocation list (PEM, RFC 5280 and Doc 9303-12 section 7.1.4), due again within 90 days, and within 48 hours
 * where a certificate is revoked.
 * @param number one more than the last list's
 */
export async function makeRevocationList(
  revoked: readonly RevokedSigner[],
  authority: CertifiedKey,
  number: number,
  now: Date,
): Promise<string> {
  const list = await x509.X509CrlGenerator.create({
    issuer: new x509.X509Certificate(authority.certificate).subjectName,
    thisUpdate: now,
    nextUpdate: nextRevocationList(now),
    entries: revoked.map(({ reference, since }) => ({ serialNumber: reference, revocationDate: since })),
    signingKey: signingKey(authority.privateKey),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-384' },
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(publicKeyInfo(authority.privateKey)),
      crlNumber(number),
    ],
  });
  // The library writes a label that nobody reads; RFC 7468 section 6 has this one.
  return list.toString('pem').replace(/(BEGIN|END) CRL/g, '$1 X509 CRL');
}
