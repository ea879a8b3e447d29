import type { KeyObject } from 'node:crypto';
import { privateKeyUsagePeriod } from './icao-extensions.js';
import { makePrivateKey, publicKeyInfo, signingKey } from './key-pair.js';
import { authorityLifetime } from './lifetimes.js';
import * as x509 from './x509.js';

/** A certificate (PEM) and its private key. */
export interface CertifiedKey {
  certificate: string;
  privateKey: KeyObject;
}

export interface AuthorityIdentity {
  /** ISO 3166 alpha-2, capitals: `ID`. */
  country: string;
  /** ISO 3166 alpha-3, as documents carry it: `IDN`. */
  issuer: string;
  /** Printable characters: letters, digits, spaces. */
  commonName: string;
  /** Where other states reach the authority. */
  contactUrl: string;
  /** Where its revocation list is published. */
  revocationListUrl: string;
}

/**
 * A self-signed country signing CA as Doc 9303-12 section 7.1.1 describes it, on P-384. For demonstrations and tests: a
 * state's own lives in a hardware module and off the network.
 */
export async function makeCountrySigningCa(identity: AuthorityIdentity, now: Date): Promise<CertifiedKey> {
  const privateKey = makePrivateKey('secp384r1');
  const publicKey = publicKeyInfo(privateKey);
  const lifetime = authorityLifetime(now);
  const name = new x509.Name([
    { C: [{ printableString: identity.country }] },
    { CN: [{ printableString: identity.commonName }] },
  ]);
  const { KeyUsageFlags: flag } = x509;
  const reachedAs: x509.JsonGeneralNames = [
    { type: 'url', value: identity.contactUrl },
    { type: 'dn', value: `L=${identity.issuer}` },
  ];
  const certificate = await x509.X509CertificateGenerator.create({
    subject: name,
    issuer: name,
    notBefore: lifetime.from,
    notAfter: lifetime.until,
    publicKey,
    signingKey: signingKey(privateKey),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-384' },
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(publicKey),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      new x509.KeyUsagesExtension(flag.keyCertSign | flag.cRLSign, true),
      new x509.BasicConstraintsExtension(true, 0, true),
      privateKeyUsagePeriod(lifetime),
      new x509.SubjectAlternativeNameExtension(reachedAs),
      new x509.IssuerAlternativeNameExtension(reachedAs),
      new x509.CRLDistributionPointsExtension([identity.revocationListUrl]),
    ],
  });
  return { certificate: certificate.toString('pem'), privateKey };
}
