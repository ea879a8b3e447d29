import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/problems/problem.js';
import {
  type SetupChange,
  type SetupEffect,
  type SetupFollower,
  SetupFollowers,
} from '../../posts/setup/setup-followers.js';
import { DEFAULT_SERVICE } from '../slots/default-service.js';
import { DAYS_AHEAD, SlotFilling } from '../slots/slot-filling.service.js';
import { PLANNED_SERVICES_SQL } from '../slots/slots.sql.js';
import { Unseated } from './unseated.js';

/**
 * Appointments follow how the post works, in the transaction in which that changes: what nobody has goes or comes at once,
 * and nobody can book a time that is no more. Who has one is booked again by a job.
 */
@Injectable()
export class PostFollowing implements SetupFollower, OnModuleInit {
  constructor(
    private readonly followers: SetupFollowers,
    private readonly filling: SlotFilling,
    private readonly unseated: Unseated,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async prepare(tx: EntityManager, { postId }: SetupChange): Promise<void> {
    await this.fillAll(tx, postId);
  }

  /** @throws Problem `service-needed` (409) where nobody could be booked any more */
  async follow(tx: EntityManager, { postId, caller }: SetupChange): Promise<Partial<SetupEffect>> {
    const main = await tx.query<unknown[]>(
      'SELECT FROM service_type WHERE post_id = $1 AND code = $2 AND active',
      [postId, DEFAULT_SERVICE],
    );
    if (main.length === 0) throw new Problem('conflict', 'service-needed');
    const { added, taken } = await this.fillAll(tx, postId);
    const peopleMoved = await this.unseated.announce(tx, postId, caller.requestId);
    return { peopleMoved, seatsTaken: taken, seatsAdded: added };
  }

  /** Every service that people are booked for, as far ahead as times are planned. */
  private async fillAll(tx: EntityManager, postId: string): Promise<{ added: number; taken: number }> {
    const services = await tx.query<{ code: string; days: number }[]>(PLANNED_SERVICES_SQL, [
      postId,
      DAYS_AHEAD,
      DEFAULT_SERVICE,
    ]);
    const all = { added: 0, taken: 0 };
    for (const { code, days } of services) {
      const { added, taken } = await this.filling.fill(tx, postId, code, days);
      all.added += added;
      all.taken += taken;
    }
    return all;
  }
}
