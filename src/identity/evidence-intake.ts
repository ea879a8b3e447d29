import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { CaseLog } from '../registrations/case-log.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import type { Registration } from '../registrations/registration.entity.js';
import { Rounds } from './assignment/rounds.service.js';
import type { ContradictionCode } from './contradictions/contradiction-codes.js';
import { Contradictions } from './contradictions/contradictions.service.js';
import { reopens } from './decision-rules.js';
import { IdentityDecision } from './identity-decision.entity.js';
import { IdentityRecords, type NewEvidence } from './identity-records.js';

/** Takes evidence in, wherever it comes from, with all that follows. In the caller's transaction, the registration locked. */
@Injectable()
export class EvidenceIntake {
  constructor(
    private readonly records: IdentityRecords,
    private readonly log: CaseLog,
    private readonly contradictions: Contradictions,
    private readonly rounds: Rounds,
    private readonly life: RegistrationLife,
  ) {}

  /**
   * Where it speaks against the decision in force, that is reopened; where it speaks against the person, conclusions that
   * officers came to before it count no more.
   * @param codes where it says something else than the record
   * @returns its id
   */
  async add(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    evidence: NewEvidence,
    codes: readonly ContradictionCode[],
  ): Promise<string> {
    const id = await this.records.addEvidence(tx, caller, registration, evidence);
    const raised: ContradictionCode[] = evidence.agrees ? [...codes] : ['does-not-agree', ...codes];
    await this.contradictions.raise(tx, registration, id, raised);
    await this.reconsider(tx, caller, registration, raised.length === 0);
    await this.life.activate(tx, registration.id);
    return id;
  }

  /** Evidence taken in before, with which something turns out to be wrong. Raising it again changes nothing. */
  async contradict(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    evidenceId: string,
    code: ContradictionCode,
  ): Promise<void> {
    const raised = await this.contradictions.raise(tx, registration, evidenceId, [code]);
    if (raised === 0) return;
    await this.log.record(tx, caller, registration, 'identity.contradiction-raised', {
      evidence: evidenceId,
      code,
    });
    await this.reconsider(tx, caller, registration, false);
  }

  /** A referee said that they vouch: what was recorded before counts from now on, and what was decided without it is reopened. */
  async vouched(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    evidenceId: string,
  ): Promise<void> {
    await this.log.record(tx, caller, registration, 'identity.vouched', { evidence: evidenceId });
    await this.reconsider(tx, caller, registration, true);
  }

  /** Puts an act that leads to evidence on record. */
  record(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    action: string,
    detail?: Record<string, unknown>,
  ): Promise<void> {
    return this.log.record(tx, caller, registration, action, detail);
  }

  private async reconsider(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    supports: boolean,
  ): Promise<void> {
    const registrationId = registration.id;
    const inForce = await tx.findOneBy(IdentityDecision, { registrationId, supersededAt: IsNull() });
    if (inForce && reopens(inForce.outcome, supports))
      await this.records.reopen(tx, caller, registration, inForce.outcome);
    const round = supports ? null : await this.rounds.open(tx, registrationId);
    if (round) await this.rounds.overtake(tx, round.id);
  }
}
