import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a second factor can be; in the order in which they are offered. */
export const FACTOR_KINDS = ['passkey', 'authenticator-app', 'recovery-code'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

export interface FactorsOf {
  app: boolean;
  passkeys: number;
  /** Not used yet. */
  recoveryCodes: number;
}

/** Whether an account signs in by two steps. Recovery codes alone are no factor: they stand in for one that is lost. */
export const hasFactor = ({ app, passkeys }: FactorsOf): boolean => app || passkeys > 0;

export const kindsOf = ({ app, passkeys, recoveryCodes }: FactorsOf): FactorKind[] =>
  FACTOR_KINDS.filter(
    (kind) => ({ passkey: passkeys > 0, 'authenticator-app': app, 'recovery-code': recoveryCodes > 0 })[kind],
  );

/** Whether the account `a` of a query has a factor, as {@link hasFactor}. */
export const HAS_FACTOR_SQL =
  'EXISTS (SELECT FROM authenticator_app WHERE account_id = a.id UNION ALL SELECT FROM passkey WHERE account_id = a.id)';

const FACTORS_SQL = `
  SELECT EXISTS (SELECT FROM authenticator_app WHERE account_id = $1) AS app,
    (SELECT count(*)::int FROM passkey WHERE account_id = $1) AS passkeys,
    (SELECT count(*)::int FROM recovery_code WHERE account_id = $1 AND used_at IS NULL) AS "recoveryCodes"`;

/** Which second factors accounts have. */
@Injectable()
export class Factors {
  async of(tx: EntityManager, accountId: string): Promise<FactorsOf> {
    const [found] = await tx.query<FactorsOf[]>(FACTORS_SQL, [accountId]);
    return found!;
  }

  /** Takes away all that an account has, with what was offered to it and the sign-ins that wait for it. */
  async removeAll(tx: EntityManager, accountId: string): Promise<void> {
    for (const table of [
      'authenticator_app',
      'authenticator_app_offer',
      'passkey',
      'recovery_code',
      'sign_in_step',
    ])
      await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
  }
}
