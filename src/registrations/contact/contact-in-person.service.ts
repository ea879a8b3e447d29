import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { invalid } from '../../platform/problems/problem.js';
import { CaseLog } from '../case-log.js';
import { toCaseResponse } from '../case-response.js';
import { contactFaults } from '../intake/contact-rules.js';
import { PeopleService } from '../people.service.js';
import { RegistrationLife } from '../registration-life.service.js';
import type { CaseResponse, ContactChangeRequest } from '../registrations.dto.js';
import { ContactRecords } from './contact-records.js';

/** Changes how somebody is reached who stands at the counter. On no other word: a relative can be the trafficker. */
@Injectable()
export class ContactInPersonService {
  constructor(
    private readonly database: Database,
    private readonly life: RegistrationLife,
    private readonly contacts: ContactRecords,
    private readonly people: PeopleService,
    private readonly log: CaseLog,
  ) {}

  /** @throws Problem `not-found`, `invalid-input`, `stale`, `not-open` (409) */
  change(caller: Caller, id: string, version: number, request: ContactChangeRequest): Promise<CaseResponse> {
    const faults = contactFaults(request, '');
    if (faults.length > 0) throw invalid(...faults);
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.life.requireOpen(tx, id);
      requireVersion(registration.version, version);
      await this.contacts.write(tx, caller, registration, request);
      await this.log.record(
        tx,
        caller,
        { id, postId: registration.postId },
        'registration.contact-changed-in-person',
      );
      const changed = await this.people.registration(tx, id);
      return toCaseResponse(changed, this.people.identity(changed.person));
    });
  }
}
