import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { open, seal } from '../../platform/crypto/sealing.js';
import { acceptedStep, newTimeSecret } from './time-code.js';

const OFFER_MINUTES = 15;
const NOW = 'extract(epoch FROM now())::float8 AS now';

export interface OfferedApp {
  /** Base32. */
  secret: string;
  expiresAt: Date;
}

/** The apps that accounts share a secret with: one each. Secrets are sealed under a key of the service. */
@Injectable()
export class AuthenticatorApps {
  constructor(private readonly keyring: Keyring) {}

  /** A new secret to be shown; it is the account's once a first code by it has come. */
  async offer(tx: EntityManager, accountId: string): Promise<OfferedApp> {
    const secret = newTimeSecret();
    const [offer] = await tx.query<{ expiresAt: Date }[]>(
      `INSERT INTO authenticator_app_offer (account_id, sealed_secret, expires_at)
       VALUES ($1, $2, now() + make_interval(mins => ${OFFER_MINUTES}))
       ON CONFLICT (account_id) DO UPDATE
         SET sealed_secret = excluded.sealed_secret, expires_at = excluded.expires_at
       RETURNING expires_at AS "expiresAt"`,
      [accountId, seal(this.key(), context(accountId), secret)],
    );
    return { secret, expiresAt: offer!.expiresAt };
  }

  /** What was offered and is still good. */
  async offered(tx: EntityManager, accountId: string): Promise<OfferedApp | undefined> {
    const [offer] = await tx.query<{ sealed: Buffer; expiresAt: Date }[]>(
      `SELECT sealed_secret AS sealed, expires_at AS "expiresAt" FROM authenticator_app_offer
       WHERE account_id = $1 AND expires_at > now()`,
      [accountId],
    );
    return offer && { secret: this.secret(accountId, offer.sealed), expiresAt: offer.expiresAt };
  }

  /** Makes the offered secret the account's, in place of one before. @returns whether the code is by it */
  async adopt(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
    const [offer] = await tx.query<{ sealed: Buffer; now: number }[]>(
      `SELECT sealed_secret AS sealed, ${NOW} FROM authenticator_app_offer
       WHERE account_id = $1 AND expires_at > now() FOR UPDATE`,
      [accountId],
    );
    const step = offer && acceptedStep(this.secret(accountId, offer.sealed), code, offer.now, 0);
    if (step === undefined) return false;
    await tx.query(
      `INSERT INTO authenticator_app (account_id, sealed_secret, last_step) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET sealed_secret = excluded.sealed_secret,
         last_step = excluded.last_step, added_at = now()`,
      [accountId, offer!.sealed, step],
    );
    await tx.query('DELETE FROM authenticator_app_offer WHERE account_id = $1', [accountId]);
    return true;
  }

  /** @returns whether this is a code of the account that was not accepted before; now it was */
  async accept(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
    const [app] = await tx.query<{ sealed: Buffer; lastStep: string; now: number }[]>(
      `SELECT sealed_secret AS sealed, last_step AS "lastStep", ${NOW} FROM authenticator_app WHERE account_id = $1`,
      [accountId],
    );
    if (!app) return false;
    const step = acceptedStep(this.secret(accountId, app.sealed), code, app.now, Number(app.lastStep));
    if (step === undefined) return false;
    // of two who come with one code at once the second waits here, and finds that it was accepted
    const [accepted] = await tx.query<[unknown[], number]>(
      'UPDATE authenticator_app SET last_step = $2 WHERE account_id = $1 AND last_step < $2 RETURNING account_id',
      [accountId, step],
    );
    return accepted.length > 0;
  }

  async remove(tx: EntityManager, accountId: string): Promise<boolean> {
    const [removed] = await tx.query<[unknown[], number]>(
      'DELETE FROM authenticator_app WHERE account_id = $1 RETURNING account_id',
      [accountId],
    );
    return removed.length > 0;
  }

  private key(): KeyObject {
    return this.keyring.key('staff-secrets');
  }

  private secret(accountId: string, sealed: Buffer): string {
    return open<string>(this.key(), context(accountId), sealed);
  }
}

const context = (accountId: string): string => `authenticator-app ${accountId}`;
