import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { alpha2Of } from '../../platform/icao/country-codes.js';
import { PostsService } from '../../posts/posts.service.js';
import type { PaperSigner } from '../pdf/signature/paper-signer.js';
import type { SealCertificate } from '../seal/seal-certificate.js';
import type { SealSigner } from '../seal/seal-signer.js';
import { paperSignerName, readTrustMaterial, signerName } from './key-folder.js';
import { readSealCertificates, type TrustMaterial } from './seal-certificates.js';
import { KeyUnreadable, loadKey } from './software-keystore.js';
import { softwarePaperSigner } from './software-paper-signer.js';
import { softwareSealSigner } from './software-seal-signer.js';
import { ensureTestKeys } from './test-keys.js';

interface StateSigners {
  seal: SealSigner;
  paper: PaperSigner;
}

/**
 * The states' keys in the folder DOCUMENT_KEYS. Demonstrations and tests make their own when they are first needed;
 * production does not start without them.
 */
@Injectable()
export class DocumentKeys implements OnApplicationBootstrap {
  private readonly signers = new Map<string, Promise<StateSigners>>();

  constructor(
    private readonly environment: Environment,
    private readonly posts: PostsService,
    private readonly clock: Clock,
  ) {}

  /** @throws KeyUnreadable in production, where the signer of a post's country is missing or cannot be opened */
  async onApplicationBootstrap(): Promise<void> {
    if (this.environment.NODE_ENV !== 'production') return;
    const { signers, revocationLists } = await readTrustMaterial(this.environment.DOCUMENT_KEYS);
    if (signers.length === 0) throw new KeyUnreadable('signer');
    if (revocationLists.length === 0) throw new KeyUnreadable('crl');
    await this.allSigners();
  }

  /**
   * Who signs for a state. @param country ISO 3166 alpha-3
   * @throws KeyUnreadable, RangeError where the state has no code of two letters
   */
  async signerOf(country: string): Promise<SealSigner> {
    return (await this.signersOf(country)).seal;
  }

  /** Who signs a state's files. @throws KeyUnreadable, RangeError as above */
  async paperSignerOf(country: string): Promise<PaperSigner> {
    return (await this.signersOf(country)).paper;
  }

  private signersOf(country: string): Promise<StateSigners> {
    const known = this.signers.get(country);
    if (known) return known;
    const opened = this.open(country);
    this.signers.set(country, opened);
    opened.catch(() => this.signers.delete(country));
    return opened;
  }

  /** What verifiers anywhere need: certificates of authorities and signers, and revocation lists. */
  async trustMaterial(): Promise<TrustMaterial> {
    await this.allSigners();
    return readTrustMaterial(this.environment.DOCUMENT_KEYS);
  }

  /** The signers that a seal may name, with their standing now. */
  async certificates(): Promise<SealCertificate[]> {
    return readSealCertificates(await this.trustMaterial(), this.clock.now());
  }

  private async allSigners(): Promise<void> {
    const countries = new Set((await this.posts.all()).map(({ sendingCountry }) => sendingCountry));
    await Promise.all([...countries].map((country) => this.signersOf(country)));
  }

  private async open(alpha3: string): Promise<StateSigners> {
    const { NODE_ENV, DOCUMENT_KEYS, DOCUMENT_KEYS_PASSPHRASE, PUBLIC_URL } = this.environment;
    const alpha2 = alpha2Of(alpha3);
    if (alpha2 === undefined) throw new RangeError('a sending state needs a code of two letters');
    const keystore = { folder: DOCUMENT_KEYS, passphrase: DOCUMENT_KEYS_PASSPHRASE };
    if (NODE_ENV !== 'production')
      await ensureTestKeys(keystore, { alpha2, alpha3, publicUrl: PUBLIC_URL }, this.clock.now());
    const seal = await loadKey(keystore, signerName(alpha2));
    const paper = await loadKey(keystore, paperSignerName(alpha2));
    return { seal: softwareSealSigner(seal), paper: softwarePaperSigner(paper, seal) };
  }
}
