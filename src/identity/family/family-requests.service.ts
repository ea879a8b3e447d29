import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { CaseLog } from '../../registrations/case-log.js';
import { ConsentsService } from '../../registrations/consents.service.js';
import { PeopleService } from '../../registrations/people.service.js';
import { Ties } from '../assignment/ties.service.js';
import { FamilyRequest } from './family-request.entity.js';
import type { FamilyRequestsResponse } from './family.dto.js';

const INSERT_SQL = `
  INSERT INTO family_request (id, post_id, registration_id, question_sealed, asked_by) VALUES ($1, $2, $3, $4, $5)`;

/** Lets an officer have family at home asked, by the home ministry. */
@Injectable()
export class FamilyRequests {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly people: PeopleService,
    private readonly ties: Ties,
    private readonly consents: ConsentsService,
    private readonly log: CaseLog,
  ) {}

  /** On record as a read. @throws Problem `not-found` */
  read(caller: Caller, registrationId: string): Promise<FamilyRequestsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      await this.log.record(tx, caller, registration, 'identity.family-requests-read');
      return this.describe(tx, registrationId);
    });
  }

  /** @throws Problem `not-found`, 409: `not-open`, `tied-to-person`, `no-consent-home`, `family-asked` */
  async ask(
    caller: Caller,
    registrationId: string,
    question: string,
    idempotent: IdempotentRequest,
  ): Promise<FamilyRequestsResponse> {
    return this.idempotency
      .transaction(caller.posts, idempotent, async (tx) => {
        const registration = await this.ties.requireOpen(tx, caller, registrationId);
        if (!(await this.consents.given(tx, registrationId, 'home-ministry')))
          throw new Problem('conflict', 'no-consent-home');
        const sealed = this.people.key(registration.person).seal('family-question', question);
        await tx.query(INSERT_SQL, [newId(), registration.postId, registrationId, sealed, caller.id]);
        await this.log.record(tx, caller, registration, 'identity.family-asked');
        return this.describe(tx, registrationId);
      })
      .catch(refusedBy({ one_open_family_request: 'family-asked' }));
  }

  private async describe(tx: EntityManager, registrationId: string): Promise<FamilyRequestsResponse> {
    const found = await tx.find(FamilyRequest, {
      where: { registrationId },
      order: { askedAt: 'DESC', id: 'DESC' },
      take: 20,
    });
    return {
      items: found.map(({ id, state, askedAt, answeredAt }) => ({
        id,
        state,
        askedAt: askedAt.toISOString(),
        answeredAt: answeredAt?.toISOString() ?? null,
      })),
    };
  }
}
