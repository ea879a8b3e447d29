import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { randomOctets } from '../../platform/crypto/random-octets.js';
import { Passkeys } from './passkeys.js';
import type { PasskeyQuestion } from './second-factor.dto.js';

const MINUTES = 5;

type Purpose = 'registration' | 'proof';

/** What keys have to sign. One at a time for each session or sign-in, good once and for five minutes. */
@Injectable()
export class PasskeyChallenges {
  constructor(private readonly passkeys: Passkeys) {}

  /** Asks anew: what was asked before is no longer good. */
  async ask(
    tx: EntityManager,
    holderId: string,
    purpose: Purpose,
    accountId: string,
  ): Promise<PasskeyQuestion> {
    const challenge = randomOctets(32).toString('base64url');
    await tx.query(
      `INSERT INTO passkey_challenge (holder_id, purpose, challenge, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(mins => ${MINUTES}))
       ON CONFLICT (holder_id, purpose) DO UPDATE SET challenge = excluded.challenge, expires_at = excluded.expires_at`,
      [holderId, purpose, challenge],
    );
    const keys = await tx.query<PasskeyQuestion['keys']>(
      'SELECT credential_id AS id, transports FROM passkey WHERE account_id = $1 ORDER BY id',
      [accountId],
    );
    return { challenge, rpId: this.passkeys.site.id, keys };
  }

  /** What was asked, for the one answer to it. */
  async take(tx: EntityManager, holderId: string, purpose: Purpose): Promise<string | undefined> {
    const [taken] = await tx.query<[{ challenge: string; good: boolean }[], number]>(
      `DELETE FROM passkey_challenge WHERE holder_id = $1 AND purpose = $2
       RETURNING challenge, expires_at > now() AS good`,
      [holderId, purpose],
    );
    return taken[0]?.good ? taken[0].challenge : undefined;
  }
}
