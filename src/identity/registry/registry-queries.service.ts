import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { CaseLog } from '../../registrations/case-log.js';
import { PeopleService } from '../../registrations/people.service.js';
import { RegistryAsking } from './registry-asking.js';
import { RegistryQuery } from './registry-query.entity.js';
import type { RegistryQueriesResponse } from './registry.dto.js';

/** Lets an officer ask the citizen registry about a person who agreed to it, and see what became of it. */
@Injectable()
export class RegistryQueries {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly asking: RegistryAsking,
    private readonly people: PeopleService,
    private readonly log: CaseLog,
  ) {}

  /** @throws Problem `not-found` */
  read(caller: Caller, registrationId: string): Promise<RegistryQueriesResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      await this.log.record(tx, caller, registration, 'identity.registry-read');
      return this.describe(tx, registrationId);
    });
  }

  /**
   * Puts the question; a job sends it.
   * @throws Problem `not-found`, 409: `not-open`, `tied-to-person`, `no-registry`, `no-consent-home`, `registry-asked`
   */
  async ask(
    caller: Caller,
    registrationId: string,
    idempotent: IdempotentRequest,
  ): Promise<RegistryQueriesResponse> {
    return this.idempotency
      .transaction(caller.posts, idempotent, async (tx) => {
        await this.asking.queue(tx, caller, registrationId);
        return this.describe(tx, registrationId);
      })
      .catch(refusedBy({ one_open_registry_query: 'registry-asked' }));
  }

  private async describe(tx: EntityManager, registrationId: string): Promise<RegistryQueriesResponse> {
    const queries = await tx.find(RegistryQuery, {
      where: { registrationId },
      order: { askedAt: 'DESC', id: 'DESC' },
      take: 20,
    });
    return {
      items: queries.map(({ id, state, result, askedAt, answeredAt }) => ({
        id,
        state,
        result,
        askedAt: askedAt.toISOString(),
        answeredAt: answeredAt?.toISOString() ?? null,
      })),
    };
  }
}
