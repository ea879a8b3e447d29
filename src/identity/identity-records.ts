import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log.js';
import type { Caller } from '../platform/auth/caller.js';
import { newId } from '../platform/ids.js';
import { Topics } from '../platform/jobs/topics.js';
import { PeopleService } from '../registrations/people.service.js';
import type { Registration } from '../registrations/registration.entity.js';
import type { DecisionReason, Outcome } from './decision-rules.js';
import type { EvidenceKind, Strength } from './evidence-kinds.js';
import { IDENTITY_DECIDED } from './identity.topics.js';
import type { Level } from './identity-level.js';

export interface NewEvidence {
  kind: EvidenceKind;
  strength: Strength;
  agrees: boolean;
  refereeId: string | null;
  statement: string;
}

export interface NewDecision {
  outcome: Outcome;
  level: Level | null;
  reasons: DecisionReason[];
}

/*
 * The times written here are those of the statement, not of the transaction's start: transactions wait for each other on
 * the registration's lock, and what was recorded later must never look earlier.
 */

/** Writes evidence and decisions, audited, in the caller's transaction. The registration must be locked. */
@Injectable()
export class IdentityRecords {
  constructor(
    private readonly people: PeopleService,
    private readonly audit: AuditLog,
    private readonly topics: Topics,
  ) {}

  async addEvidence(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    { kind, strength, agrees, refereeId, statement }: NewEvidence,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identity_evidence (id, post_id, registration_id, kind, strength, agrees, referee_id,
         statement_sealed, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp())`,
      [
        newId(),
        registration.postId,
        registration.id,
        kind,
        strength,
        agrees,
        refereeId,
        this.people.key(registration.person).seal('identity-statement', statement),
        caller.id,
      ],
    );
    await this.record(tx, caller, registration, 'identity.evidence-recorded', { kind, strength, agrees });
  }

  async addDecision(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    { outcome, level, reasons }: NewDecision,
  ): Promise<void> {
    const { id: registrationId, postId } = registration;
    await this.supersede(tx, registrationId);
    await tx.query(
      `INSERT INTO identity_decision (id, post_id, registration_id, outcome, level, reasons, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
      [newId(), postId, registrationId, outcome, level, reasons, caller.id],
    );
    await this.record(tx, caller, registration, 'identity.decided', { outcome, level, reasons });
    await this.topics.publish(tx, IDENTITY_DECIDED, {
      postId,
      requestId: caller.requestId,
      registrationId,
      outcome,
    });
  }

  /** Takes the decision in force out of force; it stays on record. */
  async reopen(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    outcome: Outcome,
  ): Promise<void> {
    await this.supersede(tx, registration.id);
    await this.record(tx, caller, registration, 'identity.reopened', { outcome });
  }

  record(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: Registration,
    action: string,
    detail?: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, caller, { action, subject: { kind: 'registration', id }, postId, detail });
  }

  private async supersede(tx: EntityManager, registrationId: string): Promise<void> {
    await tx.query(
      `UPDATE identity_decision SET superseded_at = clock_timestamp() WHERE registration_id = $1 AND superseded_at IS NULL`,
      [registrationId],
    );
  }
}
