import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { alpha2Of } from '../../platform/icao/country-codes.js';
import { PostsService } from '../../posts/posts.service.js';
import type { PaperSigner } from '../pdf/signature/paper-signer.js';
import type { SealCertificate } from '../seal/seal-certificate.js';
import type { SealSigner } from '../seal/seal-signer.js';
import { readTrustMaterial } from './key-folder.js';
import { readSealCertificates, type TrustMaterial } from './seal-certificates.js';
import { SignerConnection, type SignerPlace } from './signer/signer-connection.js';
import { signerAway } from './signer/signer-away.js';
import { signersBy, type StateSigners } from './signer/signers-by.js';
import { KeyUnreadable } from './software-keystore.js';

/**
 * The states' keys, which another process holds (decision 18): this one knows certificates and asks for signatures.
 * Demonstrations and tests have their keys made when they are first needed; production does not start without them.
 */
@Injectable()
export class DocumentKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Asked for once a signer: the one that answers after it was started again may have new keys. */
  private readonly signers = new Map<string, Promise<StateSigners>>();
  /** States whose keys are there: what is public of them is read without the signer. */
  private readonly made = new Set<string>();
  private readonly signer: SignerConnection;

  constructor(
    private readonly environment: Environment,
    private readonly posts: PostsService,
    private readonly clock: Clock,
  ) {
    this.signer = new SignerConnection(signerPlace(environment), () => this.signers.clear());
  }

  /** @throws KeyUnreadable in production, where the signer of a post's country is missing or cannot be opened */
  async onApplicationBootstrap(): Promise<void> {
    if (this.environment.NODE_ENV !== 'production') return;
    const { signers, revocationLists } = await readTrustMaterial(this.environment.DOCUMENT_KEYS);
    if (signers.length === 0) throw new KeyUnreadable('signer');
    if (revocationLists.length === 0) throw new KeyUnreadable('crl');
    await this.allSigners();
  }

  onApplicationShutdown(): void {
    this.signer.close();
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
    opened.then(
      () => this.made.add(country),
      () => this.signers.get(country) === opened && this.signers.delete(country),
    );
    return opened;
  }

  /** What verifiers anywhere need: certificates of authorities and signers, and revocation lists. @throws Problem `busy` (503) */
  async trustMaterial(): Promise<TrustMaterial> {
    await this.allSigners().catch((error: unknown) => {
      throw signerAway(error);
    });
    return readTrustMaterial(this.environment.DOCUMENT_KEYS);
  }

  /** The signers that a seal may name, with their standing now. */
  async certificates(): Promise<SealCertificate[]> {
    return readSealCertificates(await this.trustMaterial(), this.clock.now());
  }

  private async allSigners(): Promise<void> {
    const countries = new Set((await this.posts.all()).map(({ sendingCountry }) => sendingCountry));
    const unseen = [...countries].filter((country) => !this.made.has(country));
    await Promise.all(unseen.map((country) => this.signersOf(country)));
  }

  private async open(alpha3: string): Promise<StateSigners> {
    const alpha2 = alpha2Of(alpha3);
    if (alpha2 === undefined) throw new RangeError('a sending state needs a code of two letters');
    return signersBy(this.signer, alpha2, alpha3);
  }
}

/** What the signer's process is told: where the keys are, and nothing else of ours. */
function signerPlace(environment: Environment): SignerPlace {
  const { NODE_ENV, DOCUMENT_KEYS, DOCUMENT_KEYS_PASSPHRASE, DOCUMENT_SIGNER, PUBLIC_URL } = environment;
  const given = { NODE_ENV, DOCUMENT_KEYS, DOCUMENT_KEYS_PASSPHRASE, PUBLIC_URL };
  return { socket: DOCUMENT_SIGNER, environment: given };
}
