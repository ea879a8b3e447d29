import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../../registrations/case-log.js';
import { PeopleService } from '../../registrations/people.service.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { atWorkAs } from '../assignment/at-work-as.js';
import { Ties } from '../assignment/ties.service.js';
import type { IdentityFileResponse } from '../identity.dto.js';
import { readIdentityFile } from '../identity-file.js';
import { IdentityReader } from '../identity-reader.js';

/** Lets an officer say why a contradiction does not stand in the way. */
@Injectable()
export class ResolutionService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly life: RegistrationLife,
    private readonly ties: Ties,
    private readonly log: CaseLog,
    private readonly reader: IdentityReader,
  ) {}

  /** @throws Problem `not-found`, `stale` (412), 409: `not-open`, `tied-to-person`, `already-resolved` */
  resolve(
    caller: Caller,
    registrationId: string,
    contradictionId: string,
    version: number,
    reason: string,
  ): Promise<IdentityFileResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await atWorkAs(tx, caller);
      const registration = await this.life.requireOpen(tx, registrationId);
      const file = await readIdentityFile(tx, registrationId);
      requireVersion(file.version, version);
      await this.ties.requireNone(tx, caller, registrationId);
      const found = file.contradictions.find(({ id }) => id === contradictionId);
      if (!found) throw notFound();
      if (found.resolvedAt) throw new Problem('conflict', 'already-resolved');
      await tx.query(
        `UPDATE identity_contradiction SET resolved_by = $2, resolved_at = clock_timestamp(), reason_sealed = $3
         WHERE id = $1`,
        [
          contradictionId,
          caller.id,
          this.people.key(registration.person).seal('contradiction-reason', reason),
        ],
      );
      const detail = { contradiction: contradictionId, code: found.code };
      await this.log.record(tx, caller, registration, 'identity.contradiction-resolved', detail);
      return this.reader.describe(tx, caller, registrationId);
    });
  }
}
