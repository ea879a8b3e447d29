import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../../registrations/case-log.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { IdentityTie } from './identity-tie.entity.js';
import { ReviewsService } from './reviews.service.js';
import type { TieKind } from './tie-kinds.js';

/** Keeps officers away from people they are tied to. */
@Injectable()
export class Ties {
  constructor(
    private readonly database: Database,
    private readonly life: RegistrationLife,
    private readonly reviews: ReviewsService,
    private readonly log: CaseLog,
  ) {}

  /** The caller is tied to the person: from now on they neither gather evidence nor decide, and have no hand in a document. Safe to repeat. */
  declare(caller: Caller, registrationId: string, kind: TieKind): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { postId } = await this.life.requireOpen(tx, registrationId);
      await tx.query(
        `INSERT INTO identity_tie (registration_id, account_id, post_id, kind) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [registrationId, caller.id, postId, kind],
      );
      await this.log.record(tx, caller, { id: registrationId, postId }, 'identity.tie-declared', { kind });
      await this.reviews.giveBack(tx, caller, 'tied', registrationId);
    });
  }

  /** For pages, which offer nobody what they may not do. */
  between(caller: Caller, registrationId: string): Promise<boolean> {
    return this.database.transaction(caller.posts, (tx) => this.isTied(tx, caller, registrationId));
  }

  async isTied(tx: EntityManager, caller: Caller, ...registrationIds: readonly string[]): Promise<boolean> {
    if (caller.id === null) return false;
    return tx.existsBy(IdentityTie, { registrationId: In(registrationIds), accountId: caller.id });
  }

  /** The registration, locked and open, of somebody the caller is not tied to. @throws Problem `not-found`, 409: `not-open`, `tied-to-person` */
  async requireOpen(tx: EntityManager, caller: Caller, registrationId: string): Promise<Registration> {
    const registration = await this.life.requireOpen(tx, registrationId);
    await this.requireNone(tx, caller, registrationId);
    return registration;
  }

  /** To any of them. @throws Problem `tied-to-person` (409) */
  async requireNone(tx: EntityManager, caller: Caller, ...registrationIds: readonly string[]): Promise<void> {
    if (await this.isTied(tx, caller, ...registrationIds)) throw new Problem('conflict', 'tied-to-person');
  }
}
