import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LiveEvents } from '../../platform/live/live-events.js';
import { Problem } from '../../platform/problems/problem.js';
import {
  type SetupChange,
  type SetupEffect,
  type SetupFollower,
  SetupFollowers,
} from '../../posts/setup/setup-followers.js';

/** Whoever was handed to a counter that closes for good is called by any other. Parameters: post, counter. */
const RELEASE_SQL = `
  UPDATE ticket SET counter_id = NULL, version = version + 1
  WHERE post_id = $1 AND counter_id = $2 AND status IN ('waiting', 'parked')
    AND EXISTS (SELECT FROM counter WHERE id = $2 AND closed_at IS NOT NULL)`;

/** A counter at which somebody works is neither closed for good nor numbered anew: people are called to its number. */
@Injectable()
export class CountersInUse implements SetupFollower, OnModuleInit {
  constructor(
    private readonly followers: SetupFollowers,
    private readonly live: LiveEvents,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  /** @throws Problem `counter-in-use` (409) */
  async follow(tx: EntityManager, { postId, counterId }: SetupChange): Promise<Partial<SetupEffect>> {
    if (counterId === undefined) return {};
    const open = await tx.query<unknown[]>(
      'SELECT FROM counter_session WHERE counter_id = $1 AND closed_at IS NULL',
      [counterId],
    );
    if (open.length > 0) throw new Problem('conflict', 'counter-in-use');
    const [, released] = await tx.query<[unknown[], number]>(RELEASE_SQL, [postId, counterId]);
    if (released > 0) this.live.announce(tx, { postId, kind: 'queue' });
    return {};
  }
}
