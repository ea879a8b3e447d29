import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { type ConsentPurpose, NEEDED_CONSENT } from '../consent-purposes.js';
import { ConsentsService } from '../consents.service.js';
import type { OwnRegistrationResponse } from '../registrations.dto.js';
import { consentsAfter } from '../duress/pretended-changes.js';
import { Pretence } from '../duress/pretence.service.js';
import { OwnCase } from './own-case.js';

/** Lets a person change their mind about what may be done with their answers. */
@Injectable()
export class OwnConsentsService {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCase,
    private readonly consents: ConsentsService,
    private readonly pretence: Pretence,
    private readonly clock: Clock,
  ) {}

  /**
   * From now on the person agrees to these purposes and to no others.
   * @throws Problem `stale`, 409: `not-open`, `consent-needed` (without it there is no help: withdraw instead)
   */
  change(
    caller: Caller,
    version: number,
    purposes: readonly ConsentPurpose[],
  ): Promise<OwnRegistrationResponse> {
    if (caller.duress)
      return this.pretence.change(caller, version, 'consents-changed', (shown) => {
        if (!purposes.includes(NEEDED_CONSENT)) throw new Problem('conflict', 'consent-needed');
        return consentsAfter(shown, purposes, this.clock.now());
      });
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.own.openForChange(tx, caller, version);
      if (!purposes.includes(NEEDED_CONSENT)) throw new Problem('conflict', 'consent-needed');
      if (await this.consents.change(tx, caller, registration, purposes))
        await tx.query('UPDATE registration SET version = version + 1 WHERE id = $1', [registration.id]);
      return this.own.describe(tx, registration.id);
    });
  }
}
