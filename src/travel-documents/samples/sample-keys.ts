import { makeCountrySigningCa, type CertifiedKey } from '../pki/country-signing-ca.js';
import { makePaperSigner } from '../pki/paper-signer-certificate.js';
import { makeRevocationList } from '../pki/revocation-list.js';
import { makeSealSigner } from '../pki/seal-signer-certificate.js';
import { softwarePaperSigner } from '../pki/software-paper-signer.js';
import { softwareSealSigner } from '../pki/software-seal-signer.js';
import type { PaperSigner } from '../pdf/signature/paper-signer.js';
import type { SealSigner } from '../seal/seal-signer.js';

/** A test state's keys, made for one run and kept nowhere. */
export interface SampleKeys {
  /** ISO 3166 alpha-3 */
  issuer: string;
  publicUrl: string;
  authority: CertifiedKey;
  signer: CertifiedKey;
  sealSigner: SealSigner;
  paperSigner: PaperSigner;
  revocationList: string;
}

const PUBLIC_URL = 'https://pulang.example.org';

export async function makeSampleKeys(now: Date): Promise<SampleKeys> {
  const authority = await makeCountrySigningCa(
    {
      country: 'ID',
      issuer: 'IDN',
      commonName: 'Test CSCA Indonesia',
      contactUrl: PUBLIC_URL,
      revocationListUrl: `${PUBLIC_URL}/pki/crl.pem`,
    },
    now,
  );
  const signer = await makeSealSigner(
    { country: 'ID', name: 'TS', reference: '5B', documentTypes: ['PU'] },
    authority,
    now,
  );
  const paper = await makePaperSigner(
    { country: 'ID', commonName: 'Test Paper Signer Indonesia', serialNumber: '015C' },
    authority,
    now,
  );
  return {
    issuer: 'IDN',
    publicUrl: PUBLIC_URL,
    authority,
    signer,
    sealSigner: softwareSealSigner(signer),
    paperSigner: softwarePaperSigner(paper, signer),
    revocationList: await makeRevocationList([], authority, 1, now),
  };
}
