import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { violatedConstraint } from '../../platform/database/violated-constraint.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { IdentityService } from '../../identity/identity.service.js';
import { PeopleService } from '../../registrations/people.service.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { type ApplicationStatus, applicationMayBecome } from './application-status.js';
import type { ApplicationRequest, ApplicationResponse } from './applications.dto.js';
import { type ApplicationRow, readApplication } from './applications.sql.js';
import { ApplicationDraft } from './application-draft.js';

const OPEN_ALREADY = 'one_open_application_per_person';

/** Asking for a travel document, and deciding on it: never the same person. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly life: RegistrationLife,
    private readonly identity: IdentityService,
    private readonly draft: ApplicationDraft,
    private readonly people: PeopleService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws Problem `not-open`, `not-verified`, `application-open`, `document-valid` (409), `invalid-input` (422: a name
   * that cannot be printed, a validity that is too long)
   */
  async apply(
    caller: Caller,
    registrationId: string,
    request: ApplicationRequest,
    idempotent: IdempotentRequest,
  ): Promise<ApplicationResponse> {
    try {
      return await this.database.transaction(caller.posts, (tx) =>
        this.idempotency.once(tx, idempotent, async () => {
          const registration = await this.life.requireOpen(tx, registrationId);
          await this.identity.requireVerified(tx, registrationId);
          const { holder, destination, validUntil } = await this.draft.of(tx, registration, request);
          const id = newId();
          await tx.query(
            `INSERT INTO document_application (id, post_id, registration_id, status, holder_sealed, destination, transit,
               valid_until, fee_waived, applied_by) VALUES ($1, $2, $3, 'applied', $4, $5, $6, $7, $8, $9)`,
            [
              id,
              registration.postId,
              registrationId,
              this.people.key(registration.person).seal('document-holder', holder),
              destination,
              request.transit,
              validUntil,
              request.feeWaived,
              caller.id,
            ],
          );
          await this.record(tx, caller, { id, postId: registration.postId }, 'document.applied');
          return readApplication(tx, id);
        }),
      );
    } catch (error) {
      if (violatedConstraint(error) === OPEN_ALREADY) throw new Problem('conflict', 'application-open');
      throw error;
    }
  }

  /** @throws Problem `stale`, `same-person` (403: who applied cannot approve), `not-in-this-state` (409) */
  approve(caller: Caller, id: string, version: number): Promise<ApplicationResponse> {
    return this.decide(caller, id, version, 'approved', null);
  }

  /** @throws Problem as {@link approve} */
  decline(caller: Caller, id: string, version: number, reason: string): Promise<ApplicationResponse> {
    return this.decide(caller, id, version, 'declined', reason);
  }

  /** The application, locked, if it may become `to` and nobody changed it meanwhile. Joins the caller's transaction. */
  async requireReady(
    tx: EntityManager,
    id: string,
    version: number,
    to: ApplicationStatus,
  ): Promise<ApplicationRow> {
    const [row] = await tx.query<ApplicationRow[]>(
      `SELECT id, post_id AS "postId", registration_id AS "registrationId", status, holder_sealed AS "holderSealed",
         destination, transit, valid_until::text AS "validUntil", applied_by AS "appliedBy", version
       FROM document_application WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!row) throw notFound();
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
    status: 'approved' | 'declined',
    reason: string | null,
  ): Promise<ApplicationResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const application = await this.requireReady(tx, id, version, status);
      if (application.appliedBy === caller.id) throw new Problem('forbidden', 'same-person');
      await tx.query(
        `UPDATE document_application SET status = $2, decided_by = $3, decided_at = now(), decline_reason = $4,
           version = version + 1 WHERE id = $1`,
        [id, status, caller.id, reason],
      );
      await this.record(tx, caller, application, `document.${status}`);
      return readApplication(tx, id);
    });
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
