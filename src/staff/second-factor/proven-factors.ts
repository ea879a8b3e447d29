import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { SignInLimit } from '../access/sign-in-limit.js';
import { eventsAt } from '../accounts/account-events.js';
import { FactorProofs } from './factor-proofs.js';
import { type FactorKind, Factors, type FactorsOf } from './factors.js';
import type { FactorProof } from './second-factor.dto.js';

/** Lets an act happen that needs a second factor, in the transaction that accepts it. Wrong ones are few and on record. */
@Injectable()
export class ProvenFactors {
  constructor(
    private readonly database: Database,
    private readonly limit: SignInLimit,
    private readonly proofs: FactorProofs,
    private readonly factors: Factors,
    private readonly audit: AuditLog,
  ) {}

  factorsOf(accountId: string): Promise<FactorsOf> {
    return this.factors.of(this.database.dataSource.manager, accountId);
  }

  /**
   * Codes are guessed at ten times in a quarter of an hour, from wherever; a passkey cannot be guessed, and is not counted.
   * @param caller the account's holder, with its posts. @param holderId the session or sign-in that asks
   * @returns what the act answered, or nothing where the proof is wrong. @throws Problem `too-many-attempts` (429)
   */
  async whenProven<T>(
    caller: Caller,
    proof: FactorProof,
    holderId: string,
    act: (tx: EntityManager, given: FactorKind) => Promise<T>,
  ): Promise<T | undefined> {
    const accountId = caller.id!;
    const forgive = proof.passkey ? undefined : await this.limit.attempt('second factor', accountId);
    const done = await this.database.transaction(caller.posts, async (tx) => {
      const active = await tx.query<unknown[]>('SELECT FROM account WHERE id = $1 AND active FOR SHARE', [
        accountId,
      ]);
      const given = active.length > 0 && (await this.proofs.accept(tx, accountId, proof, holderId));
      if (given) return { answer: await act(tx, given) };
      // committed, though it is refused: the attempt is on record and its question is spent
      await this.audit.record(
        tx,
        caller,
        ...eventsAt(caller.posts, 'staff.second-factor-refused', accountId, {
          passkey: proof.passkey !== undefined,
        }),
      );
      return undefined;
    });
    if (done) await forgive?.();
    return done?.answer;
  }
}
