import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { ConsentsService } from '../../registrations/consents.service.js';
import { PeopleService } from '../../registrations/people.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import type { Registration } from '../../registrations/registration.entity.js';
import type { Facts } from '../contradictions/compare-facts.js';
import { Contradictions } from '../contradictions/contradictions.service.js';
import { EVIDENCE_STRENGTH } from '../evidence-kinds.js';
import { EvidenceIntake } from '../evidence-intake.js';
import type { RegistryAnswer, RegistryPerson, RegistryQuestion } from './citizen-registry.js';
import { RegistryQuery } from './registry-query.entity.js';
import { type RegistryResult, resultOf } from './registry-states.js';

/** One question at a time: what is sent, and what an answer becomes. Each in a transaction of its own. */
@Injectable()
export class RegistryAnswering {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly consents: ConsentsService,
    private readonly contradictions: Contradictions,
    private readonly intake: EvidenceIntake,
  ) {}

  /** What the registry is to be asked; nothing, and the question is over, where the person no longer agrees or left. */
  question({ id, postId, registrationId }: RegistryQuery): Promise<RegistryQuestion | undefined> {
    return this.database.transaction([postId], async (tx) => {
      const registration = await this.people.registrationForChange(tx, registrationId);
      if (!(await this.mayAsk(tx, registration))) {
        await tx.query("UPDATE registry_query SET state = 'not-allowed', claimed_at = NULL WHERE id = $1", [
          id,
        ]);
        return undefined;
      }
      const { fullName, birthDate, nationalId, passportNumber } = this.people.identity(registration.person);
      return {
        key: id,
        fullName,
        birthDate,
        ...(nationalId !== undefined && { nationalId }),
        ...(passportNumber !== undefined && { passportNumber }),
      };
    });
  }

  /** Takes an answer in as evidence. Safe to repeat: a question is answered once. */
  take(
    query: Pick<RegistryQuery, 'id' | 'postId' | 'registrationId'>,
    answer: RegistryAnswer,
  ): Promise<void> {
    return this.database.transaction([query.postId], async (tx) => {
      const registration = await this.people.registrationForChange(tx, query.registrationId);
      const now = await tx.findOneByOrFail(RegistryQuery, { id: query.id });
      if (now.state !== 'queued' && now.state !== 'waiting') return;
      if (answer.kind === 'later') {
        await tx.query(
          "UPDATE registry_query SET state = 'waiting', ticket = $2, claimed_at = NULL WHERE id = $1",
          [query.id, answer.ticket],
        );
        return;
      }
      if (!isOpen(registration.status) || !registration.person.wrappedKey) {
        await tx.query("UPDATE registry_query SET state = 'not-allowed', claimed_at = NULL WHERE id = $1", [
          query.id,
        ]);
        return;
      }
      const [result, evidenceId] =
        answer.kind === 'none'
          ? (['none', null] as const)
          : await this.evidence(tx, now, registration, answer.person);
      await tx.query(
        `UPDATE registry_query SET state = 'answered', result = $2, evidence_id = $3, answered_at = clock_timestamp(),
           claimed_at = NULL WHERE id = $1`,
        [query.id, result, evidenceId],
      );
    });
  }

  private async mayAsk(tx: EntityManager, { id, status, person }: Registration): Promise<boolean> {
    if (!isOpen(status) || !person.wrappedKey) return false;
    return this.consents.given(tx, id, 'home-ministry');
  }

  private async evidence(
    tx: EntityManager,
    { askedBy, postId, id }: RegistryQuery,
    registration: Registration,
    person: RegistryPerson,
  ): Promise<[RegistryResult, string]> {
    const codes = await this.contradictions.find(tx, registration, factsOf(person));
    // the officer who asked is on record with it, and so does not decide second
    const caller: Caller = { ...systemCaller(postId, id), id: askedBy };
    const kind = 'registry-match';
    const evidence = {
      kind,
      strength: EVIDENCE_STRENGTH[kind],
      agrees: true,
      origin: 'registry',
      refereeId: null,
      statement: inWords(person),
    } as const;
    return [resultOf(codes), await this.intake.add(tx, caller, registration, evidence, codes)];
  }
}

const factsOf = ({ birthDate, ...person }: RegistryPerson): Facts => ({
  ...person,
  birthDate: { year: birthDate.year ?? null, month: birthDate.month ?? null, day: birthDate.day ?? null },
});

const inWords = ({
  fullName,
  birthDate: { year, month, day },
  sex,
  nationalId,
  passportNumber,
}: RegistryPerson) =>
  [fullName, [year ?? '?', month ?? '?', day ?? '?'].join('-'), sex, nationalId, passportNumber]
    .filter(Boolean)
    .join(' · ');
