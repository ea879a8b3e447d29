import type { CertifiedKey } from './country-signing-ca.js';
import { documentTypeList, SEAL_SIGNER_USAGE } from './icao-extensions.js';
import { makePrivateKey, publicKeyInfo, signingKey } from './key-pair.js';
import { signerLifetime } from './lifetimes.js';
import * as x509 from './x509.js';

export interface SignerIdentity {
  /** ISO 3166 alpha-2, capitals; the CA's own country. */
  country: string;
  /** Two capitals that tell the signer from others of the country. */
  name: string;
  /** Upper-case hexadecimal digits, never used before by this CA: the serial number, and the reference in every seal. */
  reference: string;
  /** Codes of the documents that it seals: `PU`. */
  documentTypes: readonly string[];
}

/**
 * A seal signer on P-256 as Doc 9303-12 section 7.1.3 describes it: subject of country and two letters, and no other
 * extensions than these.
 */
export async function makeSealSigner(
  identity: SignerIdentity,
  authority: CertifiedKey,
  now: Date,
): Promise<CertifiedKey> {
  const privateKey = makePrivateKey('prime256v1');
  const { from, until } = signerLifetime(now);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: identity.reference,
    subject: new x509.Name([
      { C: [{ printableString: identity.country }] },
      { CN: [{ printableString: identity.name }] },
    ]),
    issuer: new x509.X509Certificate(authority.certificate).subjectName,
    notBefore: from,
    notAfter: until,
    publicKey: publicKeyInfo(privateKey),
    signingKey: signingKey(authority.privateKey),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-384' },
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(publicKeyInfo(authority.privateKey)),
      new x509.ExtendedKeyUsageExtension([SEAL_SIGNER_USAGE], true),
      documentTypeList(identity.documentTypes),
    ],
  });
  return { certificate: certificate.toString('pem'), privateKey };
}
