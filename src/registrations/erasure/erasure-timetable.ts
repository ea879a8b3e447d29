import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostRounds } from '../../posts/post-rounds.js';
import { SEEMINGLY_DUE } from '../duress/seeming-erased.js';
import { PeopleService } from '../people.service.js';
import { CarryingOut } from './carrying-out.js';

const AT_ONCE = 500;

const DUE = `SELECT registration_id AS id FROM erasure
  WHERE post_id = $1 AND status = 'confirmed' AND due_at <= now() ORDER BY due_at LIMIT $2`;

const KEPT_LONG = `SELECT r.id FROM registration r JOIN post p ON p.id = r.post_id
  WHERE r.post_id = $1 AND r.status IN ('closed', 'withdrawn', 'merged') AND r.erased_at IS NULL
    AND r.closed_at < now() - make_interval(days => p.retention_days)
    AND coalesce(p.retention_changed_at < now() - interval '1 day', true) ORDER BY r.closed_at LIMIT $2`;

/** Erases whoever wished it and had a day to think, and whoever's case ended longer ago than the post keeps cases. */
@Injectable()
export class ErasureTimetable implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly rounds: PostRounds,
    private readonly people: PeopleService,
    private readonly carryingOut: CarryingOut,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('registrations.erase-wished', '13 * * * *', () => this.eraseWished());
    this.topics.schedule('registrations.erase-kept-long', '33 2 * * *', () => this.eraseKeptLong());
  }

  /** What was wished under duress seems to be carried out at the same time as what was truly wished. */
  async eraseWished(): Promise<void> {
    await this.each(DUE, (tx, caller, id) => this.carryingOut.wish(tx, caller, id));
    await this.each(SEEMINGLY_DUE, (tx, caller, id) => this.carryingOut.pretendedWish(tx, caller, id));
  }

  eraseKeptLong(): Promise<void> {
    return this.each(KEPT_LONG, (tx, caller, id) => this.carryingOut.retention(tx, caller, id));
  }

  /** A transaction each: one that fails is tried again an hour later, with the rest of them. */
  private async each(
    found: string,
    work: (tx: EntityManager, caller: Caller, id: string) => Promise<void>,
  ): Promise<void> {
    await this.rounds.each(found, AT_ONCE, (postId, id) =>
      this.database.transaction([postId], async (tx) => {
        await this.people.registrationForChange(tx, id);
        await work(tx, systemCaller(postId, newId()), id);
      }),
    );
  }
}
