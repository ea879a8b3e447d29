import type { CertifiedKey } from './country-signing-ca.js';
import { makePrivateKey, publicKeyInfo, signingKey } from './key-pair.js';
import { signerLifetime } from './lifetimes.js';
import * as x509 from './x509.js';

/** Document signing (RFC 9336). */
export const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';

export interface PaperSignerIdentity {
  /** ISO 3166 alpha-2, capitals; the CA's own country. */
  country: string;
  /** Printable characters. */
  commonName: string;
  /** Upper-case hexadecimal digits, never used before by this CA. */
  serialNumber: string;
}

/**
 * Who signs the files that sheets are printed from, on P-256. Its curve goes by its name, as every reader of PDF expects
 * it; the seal's has to be written out in full. The two keys are never the same.
 */
export async function makePaperSigner(
  identity: PaperSignerIdentity,
  authority: CertifiedKey,
  now: Date,
): Promise<CertifiedKey> {
  const privateKey = makePrivateKey('prime256v1', 'named');
  const publicKey = publicKeyInfo(privateKey);
  const { from, until } = signerLifetime(now);
  const { KeyUsageFlags: flag } = x509;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: identity.serialNumber,
    subject: new x509.Name([
      { C: [{ printableString: identity.country }] },
      { CN: [{ printableString: identity.commonName }] },
    ]),
    issuer: new x509.X509Certificate(authority.certificate).subjectName,
    notBefore: from,
    notAfter: until,
    publicKey,
    signingKey: signingKey(authority.privateKey),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-384' },
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(publicKeyInfo(authority.privateKey)),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      new x509.KeyUsagesExtension(flag.digitalSignature | flag.nonRepudiation, true),
      new x509.ExtendedKeyUsageExtension([DOCUMENT_SIGNING]),
    ],
  });
  return { certificate: certificate.toString('pem'), privateKey };
}
