import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/problems/problem.js';
import { SessionProof } from '../access/session-proof.js';
import { HolderCodes } from '../countersigning/holder-codes.js';
import { eventsAt } from './account-events.js';
import type { OwnPasswordResponse, PasswordChangeRequest } from './own-password.dto.js';
import { requireHardToGuess } from './new-password.js';
import { hashPassword } from './password.js';
import { PresentPassword } from './present-password.js';

interface OwnRow {
  changedAt: Date | null;
  owed: boolean;
}

/** What staff do with their own password. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly database: Database,
    private readonly present: PresentPassword,
    private readonly codes: HolderCodes,
    private readonly sessions: SessionProof,
    private readonly audit: AuditLog,
  ) {}

  async own({
    id,
    passwordOwed = false,
    countersignatureOwed = false,
  }: Caller): Promise<OwnPasswordResponse> {
    const [account] = await this.database.dataSource.query<OwnRow[]>(
      'SELECT password_changed_at AS "changedAt" FROM account WHERE id = $1',
      [id],
    );
    const changedAt = account?.changedAt?.toISOString() ?? null;
    return { changedAt, owed: passwordOwed, codeOwed: countersignatureOwed };
  }

  /**
   * Ends every other session of the account and every sign-in that waits for its second step: they stand on the old one.
   * @throws Problem `invalid-input` where the present one or a code that is owed is wrong, or the new one is no other or easy to guess,
   * `too-many-attempts` (429), `not-signed-in` (401) where another session was first
   */
  async change(
    caller: Caller,
    { currentPassword, newPassword, code = '' }: PasswordChangeRequest,
  ): Promise<void> {
    const [accountId, sessionId] = [caller.id!, caller.sessionId!];
    const codeOwed = caller.countersignatureOwed ?? false;
    if (codeOwed && code === '') throw invalid({ pointer: '/code', code: 'required' });
    const before = await this.present.check(caller, currentPassword, '/currentPassword');
    if (newPassword === currentPassword) throw invalid({ pointer: '/newPassword', code: 'same-password' });
    requireHardToGuess(newPassword, await this.namesOf(accountId), '/newPassword');
    const codeIndex = codeOwed ? await this.codes.check(caller, code) : undefined;
    const after = await hashPassword(newPassword);
    await this.database.transaction(caller.posts, async (tx) => {
      const [changed] = await tx.query<[unknown[], number]>(
        `UPDATE account SET password_hash = $3, password_owed = false, password_changed_at = now()
         WHERE id = $1 AND active AND password_hash = $2 RETURNING id`,
        [accountId, before, after],
      );
      await this.sessions.requireOpen(tx, sessionId);
      // of two at once the later one looked at a password that is no more
      if (changed.length === 0) throw invalid({ pointer: '/currentPassword', code: 'wrong-password' });
      if (codeIndex) await this.codes.spend(tx, accountId, codeIndex);
      await tx.query('DELETE FROM sign_in_step WHERE account_id = $1', [accountId]);
      await this.sessions.endOthers(tx, accountId, sessionId);
      await this.sessions.passwordChosen(tx, sessionId);
      const detail = { first: caller.passwordOwed ?? false, ...(codeOwed && { withCode: true }) };
      await this.audit.record(
        tx,
        caller,
        ...eventsAt(caller.posts, 'staff.password-changed', accountId, detail),
      );
    });
  }

  private async namesOf(accountId: string): Promise<string[]> {
    const [account] = await this.database.dataSource.query<{ names: string[] }[]>(
      'SELECT ARRAY[username, display_name] AS names FROM account WHERE id = $1',
      [accountId],
    );
    return account?.names ?? [];
  }
}
