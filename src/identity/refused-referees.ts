import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { eachInTurn } from '../platform/jobs/each-in-turn.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { PeopleService } from '../registrations/people.service.js';
import { isOpen } from '../registrations/registration-status.js';
import { EvidenceIntake } from './evidence-intake.js';
import { IdentityEvidence } from './identity-evidence.entity.js';
import { isRefused } from './identity-file.js';
import { IDENTITY_DECIDED } from './identity.topics.js';

/**
 * Whoever was vouched for by somebody who turns out to be somebody else, or no national, is looked at again: what that
 * referee said contradicts, and a decision that took it in is reopened. Safe to repeat.
 */
@Injectable()
export class RefusedReferees implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly intake: EvidenceIntake,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(IDENTITY_DECIDED, 'identity.refused-referee', (decided) => this.follow(decided));
  }

  private async follow({ postId, requestId, registrationId: refereeId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    const vouched = await this.database.transaction([postId], (tx) => evidenceOf(tx, String(refereeId)));
    await eachInTurn(vouched, ({ id, registrationId }) =>
      this.database.transaction([postId], async (tx) => {
        const registration = await this.people.registrationForChange(tx, registrationId);
        if (!isOpen(registration.status) || !(await isRefused(tx, String(refereeId)))) return;
        await this.intake.contradict(tx, caller, registration, id, 'referee-refused');
      }),
    );
  }
}

/** What was taken from a referee in favour of others. */
const evidenceOf = (tx: EntityManager, refereeId: string): Promise<IdentityEvidence[]> =>
  tx.find(IdentityEvidence, {
    where: { refereeId, agrees: true },
    order: { registrationId: 'ASC', id: 'ASC' },
  });
