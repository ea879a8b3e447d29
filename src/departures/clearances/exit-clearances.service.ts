import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { ConsentsService } from '../../registrations/consents.service.js';
import { PeopleService } from '../../registrations/people.service.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import type { ExitClearanceRequest, ExitClearanceResponse } from './exit-clearances.dto.js';
import { latestClearance, REQUEST_CLEARANCE } from './exit-clearances.sql.js';
import type { CaseName } from '../../registrations/case-name.js';

const PURPOSE = 'host-exit-clearance';

/** Asking the host country for leave to exit, only where the person agrees that it is asked. */
@Injectable()
export class ExitClearancesService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly life: RegistrationLife,
    private readonly people: PeopleService,
    private readonly consents: ConsentsService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `not-found`, `not-open`, `no-consent-host`, `clearance-live` (409: one is open or granted) */
  async request(
    caller: Caller,
    registrationId: string,
    { overstayDays, personAgrees }: ExitClearanceRequest,
    idempotent: IdempotentRequest,
  ): Promise<ExitClearanceResponse> {
    return this.idempotency
      .transaction(caller.posts, idempotent, async (tx) => {
        const registration = await this.life.requireOpen(tx, registrationId);
        await this.requireConsent(tx, caller, registration, personAgrees ?? false);
        const id = newId();
        await tx.query(REQUEST_CLEARANCE, [id, registrationId, overstayDays, caller.id, registration.postId]);
        await this.audit.record(tx, caller, {
          action: 'departure.clearance-requested',
          subject: { kind: 'exit-clearance', id },
          postId: registration.postId,
          detail: { registrationId, overstayDays },
        });
        return (await latestClearance(tx, registrationId))!;
      })
      .catch(refusedBy({ one_live_clearance_per_person: 'clearance-live' }));
  }

  /** The newest request. On record as a read. @throws Problem `not-found` */
  read(caller: Caller, registrationId: string): Promise<ExitClearanceResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { postId } = await this.people.registration(tx, registrationId);
      const clearance = await latestClearance(tx, registrationId);
      if (!clearance) throw notFound();
      await this.audit.record(tx, caller, {
        action: 'departure.clearance-read',
        subject: { kind: 'exit-clearance', id: clearance.id },
        postId,
        detail: { registrationId },
      });
      return clearance;
    });
  }

  private async requireConsent(
    tx: EntityManager,
    caller: Caller,
    registration: CaseName,
    agreesNow: boolean,
  ): Promise<void> {
    if (await this.consents.given(tx, registration.id, PURPOSE)) return;
    if (!agreesNow) throw new Problem('conflict', 'no-consent-host');
    await this.consents.agree(tx, caller, registration, PURPOSE);
  }
}
