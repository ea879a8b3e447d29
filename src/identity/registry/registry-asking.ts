import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import { Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../../registrations/case-log.js';
import { ConsentsService } from '../../registrations/consents.service.js';
import { Ties } from '../assignment/ties.service.js';
import { CitizenRegistry } from './citizen-registry.js';
import { REGISTRY_QUEUED } from './registry.topics.js';

/** Writes a question down, in the caller's transaction. */
@Injectable()
export class RegistryAsking {
  constructor(
    private readonly registry: CitizenRegistry,
    private readonly ties: Ties,
    private readonly consents: ConsentsService,
    private readonly log: CaseLog,
    private readonly topics: Topics,
  ) {}

  async queue(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const registration = await this.ties.requireOpen(tx, caller, registrationId);
    if (!this.registry.connected) throw new Problem('conflict', 'no-registry');
    if (!(await this.consents.given(tx, registrationId, 'home-ministry')))
      throw new Problem('conflict', 'no-consent-home');
    const { postId } = registration;
    await tx.query(
      'INSERT INTO registry_query (id, post_id, registration_id, asked_by) VALUES ($1, $2, $3, $4)',
      [newId(), postId, registrationId, caller.id],
    );
    await this.log.record(tx, caller, registration, 'identity.registry-asked');
    await this.topics.publish(tx, REGISTRY_QUEUED, { postId, requestId: caller.requestId });
  }
}
