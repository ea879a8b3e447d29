import { sign } from 'node:crypto';
import type { CertifiedKey } from './country-signing-ca.js';
import { bitString, der, objectIdentifier, sequence, TAG, time, unsignedInteger } from './der.js';
import { crlNumber } from './icao-extensions.js';
import { publicKeyInfo } from './key-pair.js';
import { nextRevocationList } from './lifetimes.js';
import * as x509 from './x509.js';

const VERSION_2 = 1;
const ECDSA_WITH_SHA384 = sequence(objectIdentifier('1.2.840.10045.4.3.3'));

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
  const { subjectName } = new x509.X509Certificate(authority.certificate);
  const key = await x509.AuthorityKeyIdentifierExtension.create(publicKeyInfo(authority.privateKey));
  const extensions = [key, crlNumber(number)].map(({ rawData }) => Buffer.from(rawData));
  const entries = revoked.map(({ reference, since }) =>
    sequence(unsignedInteger(bytesOf(reference)), time(since)),
  );
  const signed = sequence(
    unsignedInteger(Buffer.of(VERSION_2)),
    ECDSA_WITH_SHA384,
    Buffer.from(subjectName.toArrayBuffer()),
    time(now),
    time(nextRevocationList(now)),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    der(TAG.context0, sequence(...extensions)),
  );
  const list = sequence(signed, ECDSA_WITH_SHA384, bitString(sign('sha384', signed, authority.privateKey)));
  const lines = list.toString('base64').replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN X509 CRL-----\n${lines}-----END X509 CRL-----\n`;
}

/** Of hexadecimal digits, whose first zero may be left out. */
const bytesOf = (digits: string): Buffer =>
  Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
