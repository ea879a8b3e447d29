import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { CaseLog } from '../case-log.js';
import { toCaseResponse } from '../case-response.js';
import { PeopleService } from '../people.service.js';
import type { CaseResponse } from '../registrations.dto.js';
import { OpenedCases } from './opened-cases.js';
import { type DisclosureRequest, type DisclosureResponse, tellsWhere } from './disclosure.dto.js';
import { SecondPersonRecords } from './second-person/second-person-records.js';

/** Shows an officer what is held about a person: masked as it is, in clear for a reason. Both are on record. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly log: CaseLog,
    private readonly opened: OpenedCases,
    private readonly secondPersons: SecondPersonRecords,
  ) {}

  /** @throws Problem `not-found`, `too-many-readings` (429) */
  read(caller: Caller, registrationId: string): Promise<CaseResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      await this.opened.countReadings(tx, caller, registration);
      await this.log.record(tx, caller, registration, 'registration.read');
      return toCaseResponse(registration, this.people.identity(registration.person));
    });
  }

  /** @throws Problem `not-found`, `second-person-missing` (403) where it says where somebody is, `too-many-cases` (429) */
  disclose(
    caller: Caller,
    registrationId: string,
    { parts, reason }: DisclosureRequest,
  ): Promise<DisclosureResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { id, postId, person } = await this.people.registration(tx, registrationId);
      const agreed =
        tellsWhere(parts) && (await this.secondPersons.requireOpen(tx, caller.id, id, 'location'));
      await this.opened.count(tx, caller, { id, postId });
      await this.log.record(tx, caller, { id, postId }, 'registration.disclosed', {
        parts,
        ...(agreed && { whereabouts: agreed }),
        reasonSealed: this.people.key(person).seal('disclosure-reason', reason).toString('base64'),
      });
      return {
        ...(parts.includes('identity') && { identity: this.people.identity(person) }),
        ...(parts.includes('contact') && { contact: this.people.contact(person) }),
        ...(parts.includes('location') && { location: this.people.location(person) }),
        ...(parts.includes('home') && { home: this.people.home(person) }),
        ...(parts.includes('adult') && { adult: this.people.adult(person) }),
      };
    });
  }
}
