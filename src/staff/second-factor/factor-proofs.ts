import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalid } from '../../platform/problems/problem.js';
import { AuthenticatorApps } from './authenticator-apps.js';
import type { FactorKind } from './factors.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import type { FactorProof } from './second-factor.dto.js';
import { readTimeCode } from './time-code.js';

/** Decides whether somebody has given the second factor of an account. What was accepted once is not accepted again. */
@Injectable()
export class FactorProofs {
  constructor(
    private readonly apps: AuthenticatorApps,
    private readonly codes: RecoveryCodes,
    private readonly passkeys: Passkeys,
    private readonly challenges: PasskeyChallenges,
  ) {}

  /**
   * @param holderId the session or sign-in that asked a passkey
   * @returns what was given, or nothing where it is wrong: the transaction is to be committed then too, as the question is spent
   * @throws Problem `invalid-input` where there is nothing to decide on
   */
  async accept(
    tx: EntityManager,
    accountId: string,
    { code, passkey }: FactorProof,
    holderId: string,
  ): Promise<FactorKind | undefined> {
    if (passkey) {
      const challenge = await this.challenges.take(tx, holderId, 'proof');
      const accepted =
        challenge !== undefined && (await this.passkeys.accept(tx, accountId, passkey, challenge));
      return accepted ? 'passkey' : undefined;
    }
    if (code === undefined) throw invalid({ pointer: '/code', code: 'required' });
    const digits = readTimeCode(code);
    if (digits !== undefined)
      return (await this.apps.accept(tx, accountId, digits)) ? 'authenticator-app' : undefined;
    return (await this.codes.spend(tx, accountId, code)) ? 'recovery-code' : undefined;
  }
}
