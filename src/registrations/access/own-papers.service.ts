import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { Topics } from '../../platform/jobs/topics.js';
import { invalid } from '../../platform/problems/problem.js';
import { Pretence } from '../duress/pretence.service.js';
import { keepFurtherDocuments } from '../further-documents.js';
import type { PapersRequest } from '../intake/intake.dto.js';
import { mrzFaults } from '../intake/mrz-field-faults.js';
import { PeopleService } from '../people.service.js';
import type { IdentityDetails } from '../person-details.js';
import { documentNumbersOf, personIndexes } from '../person-index.js';
import { REGISTRATION_CHANGED } from '../registration.topics.js';
import type { OwnRegistrationResponse } from '../registrations.dto.js';
import { OwnCase } from './own-case.js';

const PAPERS = ['passportNumber', 'nationalId', 'passportMrz'] as const;

/**
 * Lets a person tell of papers that they found after they had registered. Officers may have gone by what was told before, so
 * that stays: who wrote it wrong shows the paper, and what an officer reads from it is held against it.
 */
@Injectable()
export class OwnPapersService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly keyring: Keyring,
    private readonly own: OwnCase,
    private readonly topics: Topics,
    private readonly pretence: Pretence,
    private readonly clock: Clock,
  ) {}

  /** Duplicates are looked for anew. @throws Problem `invalid-input`, `stale`, `not-open` (409) */
  add(caller: Caller, version: number, papers: PapersRequest): Promise<OwnRegistrationResponse> {
    const papersAddedAt = this.clock.now().toISOString();
    if (caller.duress)
      return this.pretence.change(caller, version, 'papers-added', ({ identity }) => ({
        identity: withPapers(identity, papers, papersAddedAt),
        hasDocument: true,
        papersAddedAt,
      }));
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.own.openForChange(tx, caller, version);
      const { id, postId, person } = registration;
      const identity = withPapers(this.people.identity(person), papers, papersAddedAt);
      const [first, ...further] = documentNumbersOf(identity).map(personIndexes(this.keyring).document);
      await tx.query('UPDATE person SET identity_sealed = $2, document_index = $3 WHERE id = $1', [
        person.id,
        this.people.key(person).seal('identity', identity),
        first ?? null,
      ]);
      if (further.length > 0) await keepFurtherDocuments(tx, person, further);
      await tx.query('UPDATE registration SET version = version + 1 WHERE id = $1', [id]);
      await this.own.record(tx, caller, registration, 'registration.papers-added');
      const { requestId } = caller;
      await this.topics.publish(tx, REGISTRATION_CHANGED, { postId, requestId, registrationId: id });
      return this.own.describe(tx, id);
    });
  }
}

/** @throws Problem `invalid-input` where nothing is added, lines cannot be read, or another number was told before */
function withPapers(identity: IdentityDetails, papers: PapersRequest, at: string): IdentityDetails {
  const told = PAPERS.filter((name) => papers[name] !== undefined);
  const [untold] = PAPERS.filter((name) => identity[name] === undefined);
  const nothing = told.length === 0 ? [{ pointer: `/${untold ?? PAPERS[0]}`, code: 'nothing-told' }] : [];
  const before = told
    .filter((name) => identity[name] !== undefined)
    .map((name) => ({ pointer: `/${name}`, code: 'told-before' }));
  const faults = [...nothing, ...before, ...mrzFaults(papers.passportMrz, '/passportMrz')];
  if (faults.length > 0) throw invalid(...faults);
  return { ...identity, ...Object.fromEntries(told.map((name) => [name, papers[name]])), papersAddedAt: at };
}
