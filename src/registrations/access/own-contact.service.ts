import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/problems/problem.js';
import { ContactRecords } from '../contact/contact-records.js';
import { contactAfter } from '../duress/pretended-changes.js';
import { Pretence } from '../duress/pretence.service.js';
import { contactFaults } from '../intake/contact-rules.js';
import type { ContactChangeRequest, OwnRegistrationResponse } from '../registrations.dto.js';
import { type AlsoTold, ToldQuietly } from './told-quietly.js';
import { OwnCase } from './own-case.js';

/** Lets a person change how they are reached, and tell along with it what nobody who looks on shall see. */
@Injectable()
export class OwnContactService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRecords,
    private readonly own: OwnCase,
    private readonly pretence: Pretence,
    private readonly quietly: ToldQuietly,
  ) {}

  /** All of it or nothing. @throws Problem `invalid-input`, `stale`, `not-open` (409) */
  change(
    caller: Caller,
    version: number,
    request: ContactChangeRequest,
    also: AlsoTold = {},
  ): Promise<OwnRegistrationResponse> {
    const faults = [...contactFaults(request, ''), ...this.quietly.faults(also)];
    if (faults.length > 0) throw invalid(...faults);
    if (caller.duress)
      return this.pretence.change(caller, version, ['contact-changed', ...this.quietly.acts(also)], (shown) =>
        contactAfter(shown, request),
      );
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.own.openForChange(tx, caller, version);
      await this.contacts.write(tx, caller, registration, request);
      await this.own.record(tx, caller, registration, 'registration.contact-changed');
      await this.quietly.write(tx, caller, registration, also);
      return this.own.describe(tx, registration.id);
    });
  }
}
