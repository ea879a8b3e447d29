import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/entity-tag.js';
import { Idempotency } from '../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { invalid, Problem } from '../platform/problems/problem.js';
import { PeopleService } from '../registrations/people.service.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import { reasonsFault, reopens } from './decision-rules.js';
import type { EvidenceRequest, IdentityDecisionRequest, IdentityFileResponse } from './identity.dto.js';
import { levelsNow, readIdentityFile } from './identity-file.js';
import { verifyingFault } from './identity-judgement.js';
import { type Level, levelOf } from './identity-level.js';
import { IdentityRecords } from './identity-records.js';
import { toIdentityFileResponse } from './identity-response.js';
import { weigh } from './referee.js';

/** Who a person is: evidence for and against, and what an officer decides on it. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly people: PeopleService,
    private readonly life: RegistrationLife,
    private readonly records: IdentityRecords,
  ) {}

  /** For later stages: how certainly the person is who they say. @throws Problem `not-verified` (409) */
  async requireVerified(tx: EntityManager, registrationId: string): Promise<Level> {
    const level = (await levelsNow(tx, [registrationId])).get(registrationId);
    if (level === undefined) throw new Problem('conflict', 'not-verified');
    return level;
  }

  /** @throws Problem `not-found` */
  read(caller: Caller, registrationId: string): Promise<IdentityFileResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      await this.records.record(tx, caller, registration, 'identity.read');
      return this.answer(tx, registrationId);
    });
  }

  /**
   * Adds evidence. Where it speaks against the decision in force, that is reopened.
   * @throws Problem `not-found`, `not-open` (409), `erased` (409), `invalid-input`, `idempotency-key-reused` (422)
   */
  recordEvidence(
    caller: Caller,
    registrationId: string,
    request: EvidenceRequest,
    idempotent: IdempotentRequest,
  ): Promise<IdentityFileResponse> {
    return this.database.transaction(caller.posts, (tx) =>
      this.idempotency.once(tx, idempotent, async () => {
        const registration = await this.life.requireOpen(tx, registrationId);
        const { kind, agrees, statement } = request;
        const weight = await weigh(tx, registrationId, request);
        const { inForce } = await readIdentityFile(tx, registrationId);
        await this.records.addEvidence(tx, caller, registration, { kind, agrees, statement, ...weight });
        if (inForce && reopens(inForce.outcome, agrees))
          await this.records.reopen(tx, caller, registration, inForce.outcome);
        await this.life.activate(tx, registrationId);
        return this.answer(tx, registrationId);
      }),
    );
  }

  /**
   * Decides on the evidence that the caller has looked at. The level follows from the evidence by rule.
   * @throws Problem `invalid-input`, `not-found`, `stale` (412), 409: `not-open`, `evidence-missing`, `evidence-contradicts`
   */
  decide(
    caller: Caller,
    registrationId: string,
    version: number,
    { outcome, reasons }: IdentityDecisionRequest,
  ): Promise<IdentityFileResponse> {
    const fault = reasonsFault(outcome, reasons);
    if (fault !== undefined) throw invalid({ pointer: '/reasons', code: fault });
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.life.requireOpen(tx, registrationId);
      const file = await readIdentityFile(tx, registrationId);
      requireVersion(file.version, version);
      const obstacle = outcome === 'verified' ? verifyingFault(file, reasons) : undefined;
      if (obstacle !== undefined) throw new Problem('conflict', obstacle);
      const level = outcome === 'verified' ? levelOf(file.evidence) : null;
      await this.records.addDecision(tx, caller, registration, { outcome, level, reasons });
      await this.life.activate(tx, registrationId);
      return this.answer(tx, registrationId);
    });
  }

  private async answer(tx: EntityManager, registrationId: string): Promise<IdentityFileResponse> {
    return toIdentityFileResponse(await readIdentityFile(tx, registrationId));
  }
}
