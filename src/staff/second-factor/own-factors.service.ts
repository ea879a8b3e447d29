import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { invalid, notFound, Problem } from '../../platform/problems/problem.js';
import { AuthenticatorApps } from './authenticator-apps.js';
import { FactorChange } from './factor-change.js';
import { Factors, hasFactor } from './factors.js';
import { RecoveryCodes } from './recovery-codes.js';
import type { RecoveryCodesResponse } from './second-factor.dto.js';
import { readTimeCode } from './time-code.js';

/** What staff do with their own authenticator app and recovery codes. */
@Injectable()
export class OwnFactorsService {
  constructor(
    private readonly change: FactorChange,
    private readonly factors: Factors,
    private readonly apps: AuthenticatorApps,
    private readonly codes: RecoveryCodes,
    private readonly environment: Environment,
  ) {}

  /** Takes the app that was offered, in place of one before. @throws Problem `invalid-input` where the code is not its */
  addApp(caller: Caller, code: string): Promise<RecoveryCodesResponse> {
    return this.change.run(caller, async (tx, accountId) => {
      const { app } = await this.factors.of(tx, accountId);
      if (!(await this.apps.adopt(tx, accountId, readTimeCode(code) ?? '')))
        throw invalid({ pointer: '/code', code: 'wrong-app-code' });
      const detail = { kind: 'authenticator-app', instead: app };
      return { action: 'staff.second-factor-added', detail, answer: await this.firstCodes(tx, accountId) };
    });
  }

  /** @throws Problem `not-found`, `last-second-factor` (409) */
  removeApp(caller: Caller): Promise<void> {
    return this.change.run(caller, async (tx, accountId) => {
      if (!(await this.apps.remove(tx, accountId))) throw notFound();
      await this.afterRemoval(tx, accountId);
      const detail = { kind: 'authenticator-app' };
      return { action: 'staff.second-factor-removed', detail, answer: undefined };
    });
  }

  /** Ten new codes; those before are worth nothing any more. @throws Problem `no-second-factor` (409) */
  renewCodes(caller: Caller): Promise<RecoveryCodesResponse> {
    return this.change.run(caller, async (tx, accountId) => {
      if (!hasFactor(await this.factors.of(tx, accountId))) throw new Problem('conflict', 'no-second-factor');
      const recoveryCodes = await this.codes.renew(tx, accountId);
      return { action: 'staff.second-factor-codes-renewed', answer: { recoveryCodes } };
    });
  }

  /** Codes for somebody who has none left that are good. */
  async firstCodes(tx: EntityManager, accountId: string): Promise<RecoveryCodesResponse> {
    const { recoveryCodes } = await this.factors.of(tx, accountId);
    return { recoveryCodes: recoveryCodes > 0 ? [] : await this.codes.renew(tx, accountId) };
  }

  /** Codes alone open nothing. @throws Problem `last-second-factor` (409) where none is left and one is required */
  async afterRemoval(tx: EntityManager, accountId: string): Promise<void> {
    if (hasFactor(await this.factors.of(tx, accountId))) return;
    if (this.environment.SECOND_FACTOR === 'required') throw new Problem('conflict', 'last-second-factor');
    await this.codes.forget(tx, accountId);
    await tx.query('UPDATE account SET second_factor_reset_at = NULL WHERE id = $1', [accountId]);
  }
}
