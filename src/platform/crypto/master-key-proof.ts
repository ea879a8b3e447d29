import type { KeyObject } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keyring } from './keyring.js';
import { MasterKeyRefused } from './master-key-refused.js';
import { isOfThisVersion, openBytes, sealBytes } from './sealing.js';

const CONTEXT = 'master key';
const KNOWN = Buffer.from('pulang');
/** Of processes that start at once the first writes; the others wait for it, and then read what it wrote. */
const WRITE = 'INSERT INTO master_key_proof (sealed) VALUES ($1) ON CONFLICT DO NOTHING';

const ANOTHER_KEY =
  'MASTER_KEY is not the key of this database: what is stored was sealed under another one and cannot be read with this. Start with the key under which the database was first used.';
const ANOTHER_VERSION =
  'The proof of MASTER_KEY in this database was written by another version of Pulang. Start that version, or a later one.';

/**
 * Keeps a service from working on a database that belongs to another master key: it would read nobody, and seal new
 * people under a key that nobody keeps.
 */
@Injectable()
export class MasterKeyProof {
  private readonly logger = new Logger('MasterKey');

  constructor(
    private readonly dataSource: DataSource,
    private readonly keyring: Keyring,
  ) {}

  /**
   * Opens the proof; where there is none yet, it is written first. Before anything listens or works.
   * @param opensWhatIsStored asked where there is no proof: whether what was sealed before opens; undefined: nothing was
   * @throws MasterKeyRefused, and then nothing was written
   */
  async confirm(opensWhatIsStored: () => Promise<boolean | undefined>): Promise<void> {
    const written = await this.read();
    if (written) return this.check(written);
    const opens = await opensWhatIsStored();
    if (opens === false) throw new MasterKeyRefused(ANOTHER_KEY);
    await this.dataSource.query(WRITE, [sealBytes(this.key(), CONTEXT, KNOWN)]);
    this.check((await this.read())!);
    this.logger.log(
      `From now on the database is used with this MASTER_KEY only: ${opens ? 'it opens who is stored' : 'nobody is stored yet'}`,
    );
  }

  private async read(): Promise<Buffer | undefined> {
    const [row] = await this.dataSource.query<{ sealed: Buffer }[]>('SELECT sealed FROM master_key_proof');
    return row?.sealed;
  }

  private check(sealed: Buffer): void {
    if (!isOfThisVersion(sealed)) throw new MasterKeyRefused(ANOTHER_VERSION);
    try {
      openBytes(this.key(), CONTEXT, sealed);
    } catch {
      throw new MasterKeyRefused(ANOTHER_KEY);
    }
  }

  private key = (): KeyObject => this.keyring.key('master-key-proof');
}
