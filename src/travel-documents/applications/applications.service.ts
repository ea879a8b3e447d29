import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { Problem } from '../../platform/problems/problem.js';
import { ApplicationContents } from './application-contents.js';
import { type ApplicationStatus, applicationMayBecome } from './application-status.js';
import type { ApplicationRequest, ApplicationResponse } from './applications.dto.js';
import { type ApplicationRow, readApplication } from './applications.sql.js';
import { ApplicationRecords } from './application-records.js';
import { Ties } from '../../identity/assignment/ties.service.js';
import { applicationRefusal } from './application-refusal.js';

/** Approved as it was seen, by marks of its content; or declined, and why. */
export type ApplicationDecision =
  { status: 'approved'; seen: readonly string[] } | { status: 'declined'; reason: string };

/** Asking for a travel document, and deciding on it: never the same person. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly records: ApplicationRecords,
    private readonly ties: Ties,
    private readonly contents: ApplicationContents,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws Problem `not-open`, `tied-to-person`, `not-verified`, `application-open`, `document-valid`, `receipt-used` (409),
   * `invalid-input` (422: a name that cannot be printed, a validity that is too long)
   */
  async apply(
    caller: Caller,
    registrationId: string,
    request: ApplicationRequest,
    idempotent: IdempotentRequest,
  ): Promise<ApplicationResponse> {
    try {
      return await this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
        const id = await this.records.write(tx, caller, registrationId, request, null);
        return readApplication(tx, id);
      });
    } catch (error) {
      throw applicationRefusal(error);
    }
  }

  /**
   * @param seen of its content, as the caller was shown it
   * @throws Problem `stale`, `same-person` (403: who applied cannot approve), 409: `not-in-this-state`, `tied-to-person`
   */
  approve(caller: Caller, id: string, version: number, seen: string): Promise<ApplicationResponse> {
    return this.decide(caller, id, version, { status: 'approved', seen: [seen] });
  }

  /** @throws Problem as {@link approve} */
  decline(caller: Caller, id: string, version: number, reason: string): Promise<ApplicationResponse> {
    return this.decide(caller, id, version, { status: 'declined', reason });
  }

  /** The application, locked, if it may become `to` and nobody changed it meanwhile. Joins the caller's transaction. */
  async requireReady(
    tx: EntityManager,
    id: string,
    version: number,
    to: ApplicationStatus,
  ): Promise<ApplicationRow> {
    const row = await oneRow<ApplicationRow>(
      tx,
      `SELECT id, post_id AS "postId", registration_id AS "registrationId", status, holder_sealed AS "holderSealed",
         destination, transit, valid_until::text AS "validUntil", applied_by AS "appliedBy",
         replaces_id AS "replacesId", replaces_reason AS "replacesReason", decided_at AS "decidedAt",
         version
       FROM document_application WHERE id = $1 FOR UPDATE`,
      [id],
    );
    requireVersion(row.version, version);
    if (!applicationMayBecome(row.status, to)) throw new Problem('conflict', 'not-in-this-state');
    return row;
  }

  /** Ends what is still open for a person who no longer wants help. Joins the caller's transaction; safe to repeat. */
  async withdraw(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const [ended] = await tx.query<[{ id: string; postId: string }[], number]>(
      `UPDATE document_application SET status = 'withdrawn', version = version + 1
       WHERE registration_id = $1 AND status IN ('applied', 'approved') RETURNING id, post_id AS "postId"`,
      [registrationId],
    );
    for (const application of ended) await this.record(tx, caller, application, 'document.withdrawn');
  }

  private decide(
    caller: Caller,
    id: string,
    version: number,
    decision: ApplicationDecision,
  ): Promise<ApplicationResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await this.requireAlone(tx, id);
      await this.decideIn(tx, caller, id, version, decision);
      return readApplication(tx, id);
    });
  }

  /** Joins the caller's transaction. @throws Problem as {@link approve} */
  async decideIn(
    tx: EntityManager,
    caller: Caller,
    id: string,
    version: number,
    decision: ApplicationDecision,
  ): Promise<void> {
    const { status } = decision;
    const application = await this.requireReady(tx, id, version, status);
    if (application.appliedBy === caller.id) throw new Problem('forbidden', 'same-person');
    await this.ties.requireNone(tx, caller, application.registrationId);
    const [reason, approvedAs] =
      decision.status === 'approved'
        ? [null, await this.contents.requireSeen(tx, caller, id, decision.seen)]
        : [decision.reason, null];
    await tx.query(
      `UPDATE document_application SET status = $2, decided_by = $3, decided_at = now(), decline_reason = $4,
         approved_as = $5, version = version + 1 WHERE id = $1`,
      [id, status, caller.id, reason, approvedAs],
    );
    await this.record(tx, caller, application, `document.${status}`);
  }

  /** @throws Problem `of-a-family` (409: it is decided and issued with the others) */
  async requireAlone(tx: EntityManager, id: string): Promise<ApplicationResponse> {
    const application = await readApplication(tx, id);
    const { familyId, status } = application;
    if (familyId !== null && (status === 'applied' || status === 'approved'))
      throw new Problem('conflict', 'of-a-family');
    return application;
  }

  private record(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: { id: string; postId: string },
    action: string,
  ) {
    return this.audit.record(tx, caller, { action, subject: { kind: 'document-application', id }, postId });
  }
}
