import { X509Certificate as OpenSslCertificate } from 'node:crypto';
import { signSeal } from '../seal/seal-signature.js';
import type { SealSigner } from '../seal/seal-signer.js';
import type { CertifiedKey } from './country-signing-ca.js';
import * as x509 from './x509.js';

/** What seals name of their signer: subject and serial number. @param certificate in PEM */
export function sealSignerNames(certificate: string): Pick<SealSigner, 'signer' | 'certificateReference'> {
  const { subjectName } = new x509.X509Certificate(certificate);
  return {
    signer: ['C', 'CN'].map((field) => subjectName.getField(field).join('')).join(''),
    certificateReference: new OpenSslCertificate(certificate).serialNumber,
  };
}

/** A signer whose key is in this process, as its certificate names it. For samples and tests. */
export function softwareSealSigner({ certificate, privateKey }: CertifiedKey): SealSigner {
  const sign = (bytes: Buffer) => signSeal(bytes, privateKey);
  return { ...sealSignerNames(certificate), sign, signList: sign };
}
