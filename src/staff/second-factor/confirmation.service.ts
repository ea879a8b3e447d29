import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/problems/problem.js';
import { SessionProof } from '../access/session-proof.js';
import { SignInLimit } from '../access/sign-in-limit.js';
import { verifyPassword } from '../accounts/password.js';
import { eventsAt } from './factor-change.js';
import { ProvenFactors } from './proven-factors.js';
import type { ConfirmationRequest } from './second-factor.dto.js';

/** Staff who are signed in prove again that it is them: with their second factor, or their password where they have none. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly database: Database,
    private readonly limit: SignInLimit,
    private readonly sessions: SessionProof,
    private readonly proven: ProvenFactors,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `invalid-input` where it is wrong, `too-many-attempts` (429) */
  async confirm(caller: Caller, { password, ...proof }: ConfirmationRequest): Promise<void> {
    if (caller.secondFactor !== 'given') return this.withPassword(caller, password);
    const confirmed = await this.proven.whenProven(caller, proof, caller.sessionId!, async (tx, kind) => {
      await this.confirmed(tx, caller, kind);
      return true;
    });
    if (confirmed) return;
    throw invalid(
      proof.passkey
        ? { pointer: '/passkey', code: 'wrong-passkey' }
        : { pointer: '/code', code: 'wrong-second-factor' },
    );
  }

  private async withPassword(caller: Caller, password: string | undefined): Promise<void> {
    if (password === undefined) throw invalid({ pointer: '/password', code: 'required' });
    const forgive = await this.limit.attempt('confirmation', caller.id!);
    const [account] = await this.database.dataSource.query<{ hash: string }[]>(
      'SELECT password_hash AS hash FROM account WHERE id = $1',
      [caller.id],
    );
    if (!(await verifyPassword(account?.hash, password)))
      throw invalid({ pointer: '/password', code: 'wrong-password' });
    await forgive();
    await this.database.transaction(caller.posts, (tx) => this.confirmed(tx, caller, 'password'));
  }

  private async confirmed(tx: EntityManager, caller: Caller, kind: string): Promise<void> {
    await this.sessions.confirm(tx, caller.sessionId!);
    await this.audit.record(tx, caller, ...eventsAt(caller.posts, 'staff.confirmed', caller.id!, { kind }));
  }
}
