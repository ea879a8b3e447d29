import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { PeopleService } from '../../registrations/people.service.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { clearanceMayBecome, type ExitClearanceStatus } from './exit-clearance-status.js';
import type {
  ExitClearanceGrantRequest,
  ExitClearanceResponse,
  ExitPermitResponse,
} from './exit-clearances.dto.js';
import { type ExitClearanceRow, latestClearance, CLEARANCE_ROW } from './exit-clearances.sql.js';

/** What the host country answered. */
@Injectable()
export class ClearanceDecisions {
  constructor(
    private readonly database: Database,
    private readonly life: RegistrationLife,
    private readonly people: PeopleService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `not-found`, `stale`, `not-open`, `not-in-this-state` (409), `invalid-input` (more waived than fined) */
  async grant(
    caller: Caller,
    id: string,
    version: number,
    { waived, permitNumber }: ExitClearanceGrantRequest,
  ): Promise<ExitClearanceResponse> {
    return this.database
      .transaction(caller.posts, async (tx) => {
        const { clearance, registration } = await this.requireReady(tx, id, version, 'granted');
        const permit = this.people.key(registration.person).seal('exit-permit', permitNumber);
        await tx.query(
          `UPDATE exit_clearance SET status = 'granted', waived = $2, permit_sealed = $3, decided_at = clock_timestamp(),
           version = version + 1 WHERE id = $1`,
          [id, waived, permit],
        );
        return this.decided(tx, caller, clearance, 'granted', { waived });
      })
      .catch(
        refusedBy({ exit_clearance_waived_within_fine: { pointer: '/waived', code: 'more-than-fine' } }),
      );
  }

  /** @throws Problem `not-found`, `stale`, `not-open`, `not-in-this-state` (409) */
  refuse(caller: Caller, id: string, version: number): Promise<ExitClearanceResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { clearance } = await this.requireReady(tx, id, version, 'refused');
      await tx.query(
        `UPDATE exit_clearance SET status = 'refused', decided_at = clock_timestamp(), version = version + 1 WHERE id = $1`,
        [id],
      );
      return this.decided(tx, caller, clearance, 'refused', {});
    });
  }

  /** Ends a request that waits for an answer, of a person who no longer wants help. Safe to repeat. */
  async withdraw(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const [ended] = await tx.query<[{ id: string }[], number]>(
      `UPDATE exit_clearance SET status = 'withdrawn', decided_at = clock_timestamp(), version = version + 1
       WHERE registration_id = $1 AND status = 'requested' RETURNING id`,
      [registrationId],
    );
    for (const { id } of ended)
      await this.record(tx, caller, await this.found(tx, id), 'departure.clearance-withdrawn', {});
  }

  /** The number of the permit in clear. On record as a read. @throws Problem `not-found` */
  permit(caller: Caller, id: string): Promise<ExitPermitResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const clearance = await this.found(tx, id);
      if (!clearance.permitSealed) throw notFound();
      const { person } = await this.people.registration(tx, clearance.registrationId);
      await this.record(tx, caller, clearance, 'departure.permit-read', {});
      return { permitNumber: this.people.key(person).open<string>('exit-permit', clearance.permitSealed) };
    });
  }

  /** Locks the registration, then the request: the order that everybody keeps. */
  private async requireReady(tx: EntityManager, id: string, version: number, to: ExitClearanceStatus) {
    const { registrationId } = await this.found(tx, id);
    const registration = await this.life.requireOpen(tx, registrationId);
    const clearance = await this.found(tx, id, ' FOR UPDATE');
    requireVersion(clearance.version, version);
    if (!clearanceMayBecome(clearance.status, to)) throw new Problem('conflict', 'not-in-this-state');
    return { clearance, registration };
  }

  private found(tx: EntityManager, id: string, lock: '' | ' FOR UPDATE' = ''): Promise<ExitClearanceRow> {
    return oneRow(tx, CLEARANCE_ROW + lock, [id]);
  }

  private async decided(
    tx: EntityManager,
    caller: Caller,
    clearance: ExitClearanceRow,
    outcome: 'granted' | 'refused',
    detail: Record<string, unknown>,
  ): Promise<ExitClearanceResponse> {
    await this.record(tx, caller, clearance, `departure.clearance-${outcome}`, detail);
    return (await latestClearance(tx, clearance.registrationId))!;
  }

  private record(
    tx: EntityManager,
    caller: Caller,
    { id, postId, registrationId }: ExitClearanceRow,
    action: string,
    detail: Record<string, unknown>,
  ) {
    return this.audit.record(tx, caller, {
      action,
      subject: { kind: 'exit-clearance', id },
      postId,
      detail: { registrationId, ...detail },
    });
  }
}
