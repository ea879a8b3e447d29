import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { Database } from '../../platform/database/database.js';
import { AuthenticatorApps } from './authenticator-apps.js';
import { type FactorKind, Factors, kindsOf } from './factors.js';
import type { AppOfferResponse, SecondFactorResponse } from './second-factor.dto.js';
import { appAddress } from './time-code.js';

interface OwnRow {
  username: string;
  appSince: Date | null;
  recoveryCodes: number;
  resetAt: Date | null;
}

const OWN_SQL = `
  SELECT username, second_factor_reset_at AS "resetAt",
    (SELECT added_at FROM authenticator_app WHERE account_id = a.id) AS "appSince",
    (SELECT count(*)::int FROM recovery_code WHERE account_id = a.id AND used_at IS NULL) AS "recoveryCodes"
  FROM account a WHERE id = $1`;

/** What staff see of their own second factor. */
@Injectable()
export class FactorReader {
  constructor(
    private readonly database: Database,
    private readonly apps: AuthenticatorApps,
    private readonly factors: Factors,
    private readonly environment: Environment,
  ) {}

  own({ id, posts }: Caller): Promise<SecondFactorResponse> {
    return this.database.transaction(posts, async (tx) => {
      const [{ appSince, recoveryCodes, resetAt }] = await tx.query<[OwnRow]>(OWN_SQL, [id]);
      const keys = await tx.query<{ id: string; name: string; addedAt: Date; usedAt: Date | null }[]>(
        `SELECT id, name, added_at AS "addedAt", used_at AS "usedAt" FROM passkey
         WHERE account_id = $1 ORDER BY added_at, id`,
        [id],
      );
      return {
        passkeys: keys.map((key) => ({
          id: key.id,
          name: key.name,
          addedAt: key.addedAt.toISOString(),
          usedAt: key.usedAt?.toISOString() ?? null,
        })),
        appSince: appSince?.toISOString() ?? null,
        recoveryCodes,
        required: this.environment.SECOND_FACTOR === 'required',
        resetAt: resetAt?.toISOString() ?? null,
      };
    });
  }

  /** What they can give. */
  async kinds({ id, posts }: Caller): Promise<FactorKind[]> {
    return this.database.transaction(posts, async (tx) => kindsOf(await this.factors.of(tx, id!)));
  }

  /** A new secret for an app, to be shown to its holder alone. */
  offerApp(caller: Caller): Promise<AppOfferResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await this.apps.offer(tx, caller.id!);
      return (await this.shown(tx, caller))!;
    });
  }

  /** The one that was offered, while it is good. */
  offeredApp(caller: Caller): Promise<AppOfferResponse | undefined> {
    return this.database.transaction(caller.posts, (tx) => this.shown(tx, caller));
  }

  private async shown(tx: EntityManager, { id }: Caller): Promise<AppOfferResponse | undefined> {
    const offer = await this.apps.offered(tx, id!);
    if (!offer) return undefined;
    const [{ username }] = await tx.query<[OwnRow]>('SELECT username FROM account WHERE id = $1', [id]);
    const { secret, expiresAt } = offer;
    return { secret, address: appAddress(secret, username), expiresAt: expiresAt.toISOString() };
  }
}
