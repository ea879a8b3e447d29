import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { newId } from '../platform/ids.js';
import { Topics } from '../platform/jobs/topics.js';
import { CaseLog } from '../registrations/case-log.js';
import { PeopleService } from '../registrations/people.service.js';
import type { Registration } from '../registrations/registration.entity.js';
import type { DecisionReason, Outcome } from './decision-rules.js';
import type { EvidenceKind, Origin, Strength } from './evidence-kinds.js';
import { IDENTITY_DECIDED } from './identity.topics.js';
import type { Weighing } from './identity-level.js';

export interface NewEvidence {
  kind: EvidenceKind;
  strength: Strength;
  agrees: boolean;
  origin: Origin;
  refereeId: string | null;
  statement: string;
}

export interface NewDecision {
  outcome: Outcome;
  reasons: readonly DecisionReason[];
  /** Why the evidence carries it, where it is `verified`. */
  why?: Weighing<{ id: string }>;
  roundId: string | null;
}

/*
 * The times written here are those of the statement, not of the transaction's start: transactions wait for each other on
 * the registration's lock, and what was recorded later must never look earlier.
 */

const EVIDENCE_SQL = `
  INSERT INTO identity_evidence (id, post_id, registration_id, kind, strength, agrees, origin, referee_id,
    statement_sealed, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`;

const DECISION_SQL = `
  INSERT INTO identity_decision (id, post_id, registration_id, outcome, level, reasons, decided_by, round_id, rule,
    evidence_ids, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`;

/** Writes evidence and decisions, audited, in the caller's transaction. The registration must be locked. */
@Injectable()
export class IdentityRecords {
  constructor(
    private readonly people: PeopleService,
    private readonly log: CaseLog,
    private readonly topics: Topics,
  ) {}

  /** @returns its id */
  async addEvidence(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    { kind, strength, agrees, origin, refereeId, statement }: NewEvidence,
  ): Promise<string> {
    const id = newId();
    const sealed = this.people.key(registration.person).seal('identity-statement', statement);
    await tx.query(EVIDENCE_SQL, [
      id,
      registration.postId,
      registration.id,
      kind,
      strength,
      agrees,
      origin,
      refereeId,
      sealed,
      caller.id,
    ]);
    const detail = { kind, strength, agrees, ...(origin !== 'officer' && { origin }) };
    await this.log.record(tx, caller, registration, 'identity.evidence-recorded', detail);
    return id;
  }

  async addDecision(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    { outcome, reasons, why, roundId }: NewDecision,
  ): Promise<void> {
    const { id: registrationId, postId } = registration;
    const level = why?.level ?? null;
    await this.supersede(tx, registrationId);
    await tx.query(DECISION_SQL, [
      newId(),
      postId,
      registrationId,
      outcome,
      level,
      reasons,
      caller.id,
      roundId,
      why?.rule ?? null,
      why?.evidence.map(({ id }) => id) ?? [],
    ]);
    await this.log.record(tx, caller, registration, 'identity.decided', { outcome, level, reasons });
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
    await this.log.record(tx, caller, registration, 'identity.reopened', { outcome });
  }

  private async supersede(tx: EntityManager, registrationId: string): Promise<void> {
    await tx.query(
      `UPDATE identity_decision SET superseded_at = clock_timestamp() WHERE registration_id = $1 AND superseded_at IS NULL`,
      [registrationId],
    );
  }
}
