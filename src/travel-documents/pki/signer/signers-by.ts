import { X509Certificate } from 'node:crypto';
import type { PaperSigner } from '../../pdf/signature/paper-signer.js';
import type { SealSigner } from '../../seal/seal-signer.js';
import { sealSignerNames } from '../software-seal-signer.js';
import type { SignerConnection } from './signer-connection.js';

export interface StateSigners {
  seal: SealSigner;
  paper: PaperSigner;
}

/**
 * A state's two signers, whose keys are in the signer's process.
 * @param country two letters, and three
 * @throws KeyUnreadable where the signer has none for that state
 */
export async function signersBy(
  signer: SignerConnection,
  country: string,
  alpha3: string,
): Promise<StateSigners> {
  const { seal, paper } = await signer.certificates(country, alpha3);
  return {
    seal: {
      ...sealSignerNames(seal),
      sign: (bytes) => signer.sign(country, 'seal', bytes),
      signList: (bytes) => signer.sign(country, 'list', bytes),
    },
    paper: {
      certificate: new X509Certificate(paper).raw,
      enclosed: [new X509Certificate(seal).raw],
      sign: (bytes) => signer.sign(country, 'paper', bytes),
    },
  };
}
