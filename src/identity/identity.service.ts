import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { Idempotency } from '../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { invalid, Problem } from '../platform/problems/problem.js';
import { atWorkAs } from './assignment/at-work-as.js';
import { Decisions } from './decisions.service.js';
import { DocumentedEvidence } from './documented-evidence.js';
import { reasonsFault } from './decision-rules.js';
import type { EvidenceRequest, IdentityDecisionRequest, IdentityFileResponse } from './identity.dto.js';
import { isRefused, levelsNow } from './identity-file.js';
import type { Level } from './identity-level.js';
import { IdentityReader } from './identity-reader.js';

/** Who a person is: evidence for and against, and what officers decide on it. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly reader: IdentityReader,
    private readonly evidence: DocumentedEvidence,
    private readonly decisions: Decisions,
  ) {}

  /** For later stages: how certainly the person is who they say. @throws Problem `not-verified` (409) */
  async requireVerified(tx: EntityManager, registrationId: string): Promise<Level> {
    const level = (await levelsNow(tx, [registrationId])).get(registrationId);
    if (level === undefined) throw new Problem('conflict', 'not-verified');
    return level;
  }

  /** For later stages: whether they are found to be somebody else, or no national. */
  isRefused(tx: EntityManager, registrationId: string): Promise<boolean> {
    return isRefused(tx, registrationId);
  }

  /** @throws Problem `not-found` */
  read(caller: Caller, registrationId: string): Promise<IdentityFileResponse> {
    return this.database.transaction(caller.posts, (tx) => this.reader.read(tx, caller, registrationId));
  }

  /**
   * Adds evidence. Where it speaks against the decision in force, that is reopened.
   * @throws Problem `not-found`, `invalid-input`, `idempotency-key-reused` (422), 409: `not-open`, `erased`, `tied-to-person`
   */
  recordEvidence(
    caller: Caller,
    registrationId: string,
    request: EvidenceRequest,
    idempotent: IdempotentRequest,
  ): Promise<IdentityFileResponse> {
    return this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
      await atWorkAs(tx, caller);
      await this.evidence.record(tx, caller, registrationId, request);
      return this.reader.describe(tx, caller, registrationId);
    });
  }

  /**
   * Concludes on the evidence that the caller has looked at. The level follows from the evidence by rule; where that is
   * weak, or a person would be turned away, a second officer is drawn and nothing is decided yet. Where the hall did not bring
   * the person to the caller, the lot says who concludes first; it stands, whatever becomes of this attempt.
   * @throws Problem `invalid-input`, `not-found`, `stale` (412), 409: `not-open`, `tied-to-person`, `not-assigned`,
   *   `first-officer-drawn`, `evidence-missing`, `evidence-contradicts`
   */
  async decide(
    caller: Caller,
    registrationId: string,
    version: number,
    conclusion: IdentityDecisionRequest,
  ): Promise<IdentityFileResponse> {
    const fault = reasonsFault(conclusion.outcome, conclusion.reasons);
    if (fault !== undefined) throw invalid({ pointer: '/reasons', code: fault });
    await this.database.transaction(caller.posts, (tx) => this.decisions.choose(tx, caller, registrationId));
    return this.database.transaction(caller.posts, async (tx) => {
      await atWorkAs(tx, caller);
      await this.decisions.conclude(tx, caller, registrationId, version, conclusion);
      return this.reader.describe(tx, caller, registrationId);
    });
  }
}
