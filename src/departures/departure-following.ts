import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { PeopleService } from '../registrations/people.service.js';
import { isOpen } from '../registrations/registration-status.js';
import {
  REGISTRATION_MERGED,
  REGISTRATION_TRANSFERRED,
  REGISTRATION_WITHDRAWN,
} from '../registrations/registration.topics.js';
import { ClearanceDecisions } from './clearances/clearance-decisions.service.js';
import { DepartureSteps } from './departure-steps.service.js';

/** Ends what is still planned and asked for under a case that is no longer open: withdrawn, handed to another embassy, or merged. */
@Injectable()
export class DepartureFollowing implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly decisions: ClearanceDecisions,
    private readonly steps: DepartureSteps,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_WITHDRAWN, 'departures.withdraw', (withdrawn) =>
      this.withdraw(withdrawn),
    );
    this.topics.subscribe(REGISTRATION_TRANSFERRED, 'departures.hand-over', (left) => this.withdraw(left));
    this.topics.subscribe(REGISTRATION_MERGED, 'departures.merge', (merged) => this.withdraw(merged));
  }

  withdraw({ postId, requestId, registrationId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    return this.database.transaction([postId], async (tx) => {
      const { id, status } = await this.people.registrationForChange(tx, String(registrationId));
      if (isOpen(status)) return;
      await this.decisions.withdraw(tx, caller, id);
      await this.steps.giveUp(tx, caller, id);
    });
  }
}
