import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { Problem } from '../../platform/problems/problem.js';
import { ConsentsService } from '../../registrations/consents.service.js';
import { PeopleService } from '../../registrations/people.service.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { EVIDENCE_STRENGTH } from '../evidence-kinds.js';
import { EvidenceIntake } from '../evidence-intake.js';
import type { FamilyAnswerRequest, OpenFamilyRequest, OpenFamilyRequestsResponse } from './family.dto.js';

interface OpenRow {
  id: string;
  registration_id: string;
  question_sealed: Buffer;
  asked_at: Date;
}

const OPEN_SQL = `
  SELECT f.id, f.registration_id, f.question_sealed, f.asked_at FROM family_request f
  JOIN registration r ON r.id = f.registration_id JOIN person p ON p.id = r.person_id
  WHERE f.state = 'open' AND r.status IN ('received', 'active') AND p.wrapped_key IS NOT NULL
  ORDER BY f.asked_at LIMIT 50`;

/** The home ministry's side: what to ask whom at home, and what they said. */
@Injectable()
export class FamilyAnswers {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly life: RegistrationLife,
    private readonly consents: ConsentsService,
    private readonly intake: EvidenceIntake,
  ) {}

  /** Each is on record as a read of personal data. People who no longer agree are left out. */
  open(caller: Caller): Promise<OpenFamilyRequestsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const items: OpenFamilyRequest[] = [];
      for (const row of await tx.query<OpenRow[]>(OPEN_SQL)) {
        const item = await this.show(tx, caller, row);
        if (item) items.push(item);
      }
      return { items };
    });
  }

  /** The answer becomes evidence. @throws Problem `not-found`, 409: `not-open`, `family-answered` */
  answer(caller: Caller, requestId: string, { confirms, answer }: FamilyAnswerRequest): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) => {
      const asked = await oneRow<{ registration_id: string }>(
        tx,
        'SELECT registration_id FROM family_request WHERE id = $1',
        [requestId],
      );
      const registration = await this.life.requireOpen(tx, asked.registration_id);
      const [{ state }] = await tx.query<[{ state: string }]>(
        'SELECT state FROM family_request WHERE id = $1',
        [requestId],
      );
      if (state !== 'open') throw new Problem('conflict', 'family-answered');
      const kind = 'family-confirmed';
      const evidenceId = await this.intake.add(
        tx,
        caller,
        registration,
        {
          kind,
          strength: EVIDENCE_STRENGTH[kind],
          agrees: confirms,
          origin: 'ministry',
          refereeId: null,
          statement: answer,
        },
        [],
      );
      await tx.query(
        `UPDATE family_request SET state = 'answered', answer_sealed = $2, answered_by = $3,
           answered_at = clock_timestamp(), evidence_id = $4 WHERE id = $1`,
        [
          requestId,
          this.people.key(registration.person).seal('family-answer', answer),
          caller.id,
          evidenceId,
        ],
      );
    });
  }

  private async show(
    tx: EntityManager,
    caller: Caller,
    row: OpenRow,
  ): Promise<OpenFamilyRequest | undefined> {
    if (!(await this.consents.given(tx, row.registration_id, 'home-ministry'))) return undefined;
    const registration = await this.people.registration(tx, row.registration_id);
    await this.intake.record(tx, caller, registration, 'identity.family-request-read');
    const { person } = registration;
    const { fullName, birthDate } = this.people.identity(person);
    return {
      id: row.id,
      fullName,
      birthDate,
      homeProvince: person.homeProvince,
      question: this.people.key(person).open<string>('family-question', row.question_sealed),
      askedAt: row.asked_at.toISOString(),
    };
  }
}
