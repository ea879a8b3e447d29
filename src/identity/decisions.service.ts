import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { requireVersion } from '../platform/http/entity-tag.js';
import { Problem } from '../platform/problems/problem.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import type { Registration } from '../registrations/registration.entity.js';
import { FirstOfficers } from './assignment/first-officers.service.js';
import { Rounds } from './assignment/rounds.service.js';
import { Ties } from './assignment/ties.service.js';
import { type DecisionReason, officersNeeded, type Outcome } from './decision-rules.js';
import { type IdentityFile, readIdentityFile } from './identity-file.js';
import { isDisputed, verifyingFault } from './identity-judgement.js';
import { weighing } from './identity-level.js';
import { IdentityRecords } from './identity-records.js';

interface Conclusion {
  outcome: Outcome;
  reasons: readonly DecisionReason[];
}

/** One officer's conclusion, and what follows from it: a decision, or a second officer, or a third. */
@Injectable()
export class Decisions {
  constructor(
    private readonly life: RegistrationLife,
    private readonly records: IdentityRecords,
    private readonly rounds: Rounds,
    private readonly ties: Ties,
    private readonly firsts: FirstOfficers,
  ) {}

  /**
   * Makes sure that somebody is chosen to conclude first, in a transaction of its own before {@link conclude}.
   * @throws Problem `not-found`, `not-open` (409)
   */
  async choose(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const registration = await this.life.requireOpen(tx, registrationId);
    if (caller.role === 'officer' && !(await this.rounds.open(tx, registrationId)))
      await this.firsts.drawFor(tx, caller, registration);
  }

  /**
   * @param version of the file that the officer has looked at
   * @throws Problem `not-found`, `stale` (412), 409: `not-open`, `tied-to-person`, `not-assigned`,
   *   `first-officer-drawn`, `evidence-missing`, `evidence-contradicts`
   */
  async conclude(
    tx: EntityManager,
    caller: Caller,
    registrationId: string,
    version: number,
    conclusion: Conclusion,
  ): Promise<void> {
    const registration = await this.life.requireOpen(tx, registrationId);
    const file = await readIdentityFile(tx, registrationId);
    requireVersion(file.version, version);
    await this.ties.requireNone(tx, caller, registrationId);
    const obstacle = conclusion.outcome === 'verified' ? verifyingFault(file) : undefined;
    if (obstacle !== undefined) throw new Problem('conflict', obstacle);
    const round = await this.rounds.open(tx, registrationId);
    if (round) {
      const verdict = await this.rounds.conclude(tx, caller, round, conclusion);
      if (verdict.kind === 'decided') await this.decide(tx, caller, registration, file, verdict, round.id);
    } else await this.first(tx, caller, registration, file, conclusion);
    await this.life.activate(tx, registrationId);
  }

  private async first(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    file: IdentityFile,
    conclusion: Conclusion,
  ): Promise<void> {
    // an approver comes in only where two officers differ
    if (caller.role !== 'officer') throw new Problem('conflict', 'not-assigned');
    await this.firsts.require(tx, caller, registration.id);
    await this.firsts.conclude(tx, caller, registration.id);
    const level = weighing(file.evidence)?.level ?? null;
    if (officersNeeded(conclusion.outcome, level, isDisputed(file)) === 1)
      return this.decide(tx, caller, registration, file, conclusion, null);
    if (file.inForce) await this.records.reopen(tx, caller, registration, file.inForce.outcome);
    await this.rounds.begin(tx, caller, registration, conclusion);
  }

  private async decide(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    file: IdentityFile,
    { outcome, reasons }: Conclusion,
    roundId: string | null,
  ): Promise<void> {
    const why = outcome === 'verified' ? weighing(file.evidence) : undefined;
    await this.records.addDecision(tx, caller, registration, {
      outcome,
      reasons,
      roundId,
      ...(why && { why }),
    });
  }
}
