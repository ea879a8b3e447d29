import { X509Certificate } from 'node:crypto';
import { signSeal } from '../seal/seal-signature.js';
import type { PaperSigner } from '../pdf/signature/paper-signer.js';
import type { CertifiedKey } from './country-signing-ca.js';

/** A signer of files whose key is in this process. @param seal whose certificate travels with every signature */
export function softwarePaperSigner(
  { certificate, privateKey }: CertifiedKey,
  seal: Pick<CertifiedKey, 'certificate'>,
): PaperSigner {
  return {
    certificate: new X509Certificate(certificate).raw,
    enclosed: [new X509Certificate(seal.certificate).raw],
    sign: (bytes) => signSeal(bytes, privateKey),
  };
}
