import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { isCountryCode } from '../../platform/icao/country-codes.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import { CaseLog } from '../../registrations/case-log.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { Ties } from '../assignment/ties.service.js';
import { IdentityDecision } from '../identity-decision.entity.js';

/** Leads people of another country to their own embassy. Nothing about them is sent there: they take themselves. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly life: RegistrationLife,
    private readonly ties: Ties,
    private readonly log: CaseLog,
  ) {}

  /**
   * Closes the case as transferred, once two officers have decided that the person is no national. What was booked and
   * planned for them is given back.
   * @param country alpha-3
   * @throws Problem `invalid-input`, `not-found`, 409: `not-open`, `tied-to-person`, `national-so-far`
   */
  handOver(caller: Caller, registrationId: string, country: string): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.ties.requireOpen(tx, caller, registrationId);
      const { sendingCountry } = await this.posts.byId(registration.postId);
      if (!isCountryCode(country) || country === sendingCountry)
        throw invalid({ pointer: '/country', code: 'not-a-choice' });
      const decided = await tx.existsBy(IdentityDecision, {
        registrationId,
        outcome: 'not-a-national',
        supersededAt: IsNull(),
      });
      if (!decided) throw new Problem('conflict', 'national-so-far');
      await tx.query(
        `INSERT INTO identity_hand_over (registration_id, post_id, country, handed_over_by) VALUES ($1, $2, $3, $4)`,
        [registrationId, registration.postId, country, caller.id],
      );
      await this.log.record(tx, caller, registration, 'identity.handed-over', { country });
      await this.life.closeAs(tx, caller, registrationId, 'transferred');
    });
  }
}
