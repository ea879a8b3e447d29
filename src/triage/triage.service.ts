import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/entity-tag.js';
import { notFound } from '../platform/problems/problem.js';
import { CaseLog } from '../registrations/case-log.js';
import { PeopleService } from '../registrations/people.service.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import { type BandReason, OFFICER_DECISION } from './band-reasons.js';
import type { BandOverrideRequest, TriageResponse } from './triage.dto.js';
import { type CurrentBand, TriageRecords } from './triage-records.js';

/** How soon a person is seen: what the rule says, until an officer says otherwise and why. */
@Injectable()
export class TriageService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly life: RegistrationLife,
    private readonly records: TriageRecords,
    private readonly log: CaseLog,
  ) {}

  /** The band in force, for later stages. Never missing: before it is written, what the rule says. @throws Problem `not-found` */
  async current(tx: EntityManager, registrationId: string): Promise<CurrentBand> {
    const current = await this.records.current(tx, registrationId);
    if (!current) throw notFound();
    return current;
  }

  /** @throws Problem `not-found` */
  read(caller: Caller, registrationId: string): Promise<TriageResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      await this.log.record(tx, caller, registration, 'triage.read');
      return toTriageResponse(await this.current(tx, registrationId));
    });
  }

  /** Sets the band against the rule. @throws Problem `not-found`, `not-open` (409), `erased` (409), `stale` (412) */
  override(
    caller: Caller,
    registrationId: string,
    version: number,
    { band, reason }: BandOverrideRequest,
  ): Promise<TriageResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.life.requireOpen(tx, registrationId);
      const before = await this.current(tx, registrationId);
      requireVersion(before.version, version);
      await this.records.write(tx, caller, registration, {
        band,
        reasons: [OFFICER_DECISION, ...facts(before.reasons)],
        assessedBy: caller.id,
        noteSealed: this.people.key(registration.person).seal('triage-note', reason),
      });
      await this.life.activate(tx, registrationId);
      return toTriageResponse(await this.current(tx, registrationId));
    });
  }
}

/** What was reported or known stays shown beside the officer's decision. */
const facts = (reasons: readonly BandReason[]) => reasons.filter((reason) => reason !== OFFICER_DECISION);

const toTriageResponse = ({
  band,
  reasons,
  assessedBy,
  assessedAt,
  version,
}: CurrentBand): TriageResponse => ({
  band,
  reasons,
  assessedBy,
  assessedAt: assessedAt.toISOString(),
  version,
});
