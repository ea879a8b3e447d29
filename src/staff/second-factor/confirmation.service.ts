import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/problems/problem.js';
import { SessionProof } from '../access/session-proof.js';
import { PresentPassword } from '../accounts/present-password.js';
import { eventsAt } from '../accounts/account-events.js';
import { ProvenFactors } from './proven-factors.js';
import type { ConfirmationRequest } from './second-factor.dto.js';

/** Staff who are signed in prove again that it is them: with their second factor, or their password where they have none. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly database: Database,
    private readonly password: PresentPassword,
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
    await this.password.check(caller, password, '/password');
    await this.database.transaction(caller.posts, (tx) => this.confirmed(tx, caller, 'password'));
  }

  private async confirmed(tx: EntityManager, caller: Caller, kind: string): Promise<void> {
    await this.sessions.confirm(tx, caller.sessionId!);
    await this.audit.record(tx, caller, ...eventsAt(caller.posts, 'staff.confirmed', caller.id!, { kind }));
  }
}
