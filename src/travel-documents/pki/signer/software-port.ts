import { signSeal } from '../../seal/seal-signature.js';
import type { CertifiedKey } from '../country-signing-ca.js';
import { paperSignerName, signerName } from '../key-folder.js';
import { loadKey, type SoftwareKeystore } from '../software-keystore.js';
import type { KeyUse, SigningPort, StateCertificates } from './signing-port.js';

const NAMES: Readonly<Record<KeyUse, (country: string) => string>> = {
  seal: signerName,
  paper: paperSignerName,
};

/** Keys in encrypted files, opened once. For demonstrations, and for missions without a hardware module. */
export class SoftwarePort implements SigningPort {
  private readonly opened = new Map<string, Promise<CertifiedKey>>();

  constructor(private readonly keystore: SoftwareKeystore) {}

  async certificates(country: string): Promise<StateCertificates> {
    const [seal, paper] = await Promise.all([this.key(country, 'seal'), this.key(country, 'paper')]);
    return { seal: seal.certificate, paper: paper.certificate };
  }

  async sign(country: string, use: KeyUse, bytes: Buffer): Promise<Buffer> {
    return signSeal(bytes, (await this.key(country, use)).privateKey);
  }

  private key(country: string, use: KeyUse): Promise<CertifiedKey> {
    const name = NAMES[use](country);
    const known = this.opened.get(name);
    if (known) return known;
    const opening = loadKey(this.keystore, name);
    this.opened.set(name, opening);
    opening.catch(() => this.opened.delete(name));
    return opening;
  }
}
