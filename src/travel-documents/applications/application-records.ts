import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ties } from '../../identity/assignment/ties.service.js';
import { IdentityService } from '../../identity/identity.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { PeopleService } from '../../registrations/people.service.js';
import { ApplicationDraft } from './application-draft.js';
import { ApplicationFlags } from './application-flags.js';
import type { ApplicationRequest } from './applications.dto.js';
import { INSERT_APPLICATION } from './applications.sql.js';

/** Writes applications, each complete and such that it can be printed, in the caller's transaction. */
@Injectable()
export class ApplicationRecords {
  constructor(
    private readonly ties: Ties,
    private readonly identity: IdentityService,
    private readonly draft: ApplicationDraft,
    private readonly flags: ApplicationFlags,
    private readonly people: PeopleService,
    private readonly audit: AuditLog,
  ) {}

  /** @returns its id. @throws Problem `not-open`, `tied-to-person`, `not-verified`, `document-valid` (409), `invalid-input` (422) */
  async write(
    tx: EntityManager,
    caller: Caller,
    registrationId: string,
    request: ApplicationRequest,
    familyId: string | null,
  ): Promise<string> {
    const registration = await this.ties.requireOpen(tx, caller, registrationId);
    await this.identity.requireVerified(tx, registrationId);
    const { holder, destination, validUntil, fee } = await this.draft.of(tx, registration, request);
    const { oldPassport, replaces } = request;
    const key = this.people.key(registration.person);
    const id = newId();
    await tx.query(INSERT_APPLICATION, [
      id,
      registration.postId,
      registrationId,
      key.seal('document-holder', holder),
      destination,
      request.transit,
      validUntil,
      request.feeWaived,
      caller.id,
      fee.amount,
      fee.currency,
      fee.waiverReason,
      fee.receiptNumber,
      request.journeyOn ?? null,
      request.validityReason ?? null,
      oldPassport ? key.seal('old-passport', oldPassport.number) : null,
      oldPassport ? this.flags.indexOf(oldPassport.number) : null,
      oldPassport?.state ?? null,
      await this.flags.of(
        tx,
        registration,
        oldPassport,
        holder,
        this.people.identity(registration.person).fullName,
      ),
      familyId,
      replaces?.documentId ?? null,
      replaces?.reason ?? null,
    ]);
    await this.audit.record(tx, caller, {
      action: 'document.applied',
      subject: { kind: 'document-application', id },
      postId: registration.postId,
      ...(familyId !== null && { detail: { familyId } }),
    });
    return id;
  }
}
