import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Topics } from '../../platform/jobs/topics.js';
import { Pretence } from '../duress/pretence.service.js';
import { REGISTRATION_WITHDRAWN } from '../registration.topics.js';
import type { OwnRegistrationResponse } from '../registrations.dto.js';
import { OwnCase } from './own-case.js';

/** What a person can do with their own registration: see all of it, withdraw. */
@Injectable()
export class OwnRegistrationService {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCase,
    private readonly topics: Topics,
    private readonly pretence: Pretence,
  ) {}

  read(caller: Caller): Promise<OwnRegistrationResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = { id: caller.id!, postId: onlyPost(caller) };
      await this.own.record(tx, caller, registration, 'registration.read-by-owner');
      return caller.duress ? this.pretence.view(tx, registration.id) : this.own.describe(tx, registration.id);
    });
  }

  /** @throws Problem `stale`, `not-open` (409) */
  withdraw(caller: Caller, version: number): Promise<OwnRegistrationResponse> {
    if (caller.duress)
      return this.pretence.change(caller, version, 'withdrawn', () => ({ status: 'withdrawn' }));
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.own.openForChange(tx, caller, version);
      await tx.query(
        "UPDATE registration SET status = 'withdrawn', closed_at = now(), version = version + 1 WHERE id = $1",
        [registration.id],
      );
      await this.own.record(tx, caller, registration, 'registration.withdrawn');
      await this.topics.publish(tx, REGISTRATION_WITHDRAWN, {
        postId: registration.postId,
        requestId: caller.requestId,
        registrationId: registration.id,
      });
      return this.own.describe(tx, registration.id);
    });
  }
}
