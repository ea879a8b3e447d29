import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityService } from '../identity/identity.service.js';
import { IDENTITY_DECIDED } from '../identity/identity.topics.js';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { PeopleService } from '../registrations/people.service.js';
import { isOpen } from '../registrations/registration-status.js';
import {
  REGISTRATION_DEPARTED,
  REGISTRATION_MERGED,
  REGISTRATION_TRANSFERRED,
  REGISTRATION_WITHDRAWN,
} from '../registrations/registration.topics.js';
import { ApplicationsService } from './applications/applications.service.js';
import { DocumentLife } from './documents/document-life.service.js';

/**
 * Takes back what was asked for, or lies ready, under a case that is no longer open: withdrawn, left, or merged into another;
 * and all that somebody has who is found to be another person, or no national.
 */
@Injectable()
export class DocumentFollowing implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly identity: IdentityService,
    private readonly applications: ApplicationsService,
    private readonly life: DocumentLife,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_WITHDRAWN, 'documents.withdraw', (withdrawn) =>
      this.withdraw(withdrawn),
    );
    this.topics.subscribe(REGISTRATION_TRANSFERRED, 'documents.hand-over', (left) => this.withdraw(left));
    this.topics.subscribe(REGISTRATION_MERGED, 'documents.merge', (merged) => this.withdraw(merged));
    this.topics.subscribe(IDENTITY_DECIDED, 'documents.refuse', (decided) => this.refuse(decided));
    this.topics.subscribe(REGISTRATION_DEPARTED, 'documents.depart', (left) => this.endApplications(left));
  }

  /** Whoever has left, with papers of their own, needs no other: what was asked for would wait for a decision for good. */
  endApplications({ postId, requestId, registrationId }: Announcement): Promise<void> {
    return this.database.transaction([postId], async (tx) => {
      const { id, status } = await this.people.registrationForChange(tx, String(registrationId));
      if (!isOpen(status)) await this.applications.withdraw(tx, systemCaller(postId, requestId), id);
    });
  }

  /** A document that is already in the person's hand stays good: to take it back is for an officer to decide. */
  withdraw({ postId, requestId, registrationId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    return this.database.transaction([postId], async (tx) => {
      const { id, status } = await this.people.registrationForChange(tx, String(registrationId));
      if (isOpen(status)) return;
      await this.applications.withdraw(tx, caller, id);
      await this.life.setAside(tx, caller, id, 'withdrawn');
    });
  }

  /** A document that went to the wrong person must not pass a border, even where it is in their hand. */
  refuse({ postId, requestId, registrationId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    return this.database.transaction([postId], async (tx) => {
      const { id } = await this.people.registrationForChange(tx, String(registrationId));
      if (!(await this.identity.isRefused(tx, id))) return;
      await this.applications.withdraw(tx, caller, id);
      await this.life.takeBack(tx, caller, id, 'identity-refused');
    });
  }
}
