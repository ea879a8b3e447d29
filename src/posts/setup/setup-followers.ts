import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';

/** What is changed of how a post works. */
export interface SetupChange {
  postId: string;
  caller: Caller;
  /** The counter that is closed for good, or gets another number. */
  counterId?: string;
}

/** What a change leads to, for whoever is to confirm it. */
export interface SetupEffect {
  /** People whose appointment cannot be kept: they are booked again, and told. */
  peopleMoved: number;
  /** Times that nobody has and nobody gets any more: one for each counter. */
  seatsTaken: number;
  /** Times that can be had in addition. */
  seatsAdded: number;
}

/** A later stage that works by how the post is set up. Everything is done in the transaction of the change. */
export interface SetupFollower {
  /** Before the change: what is late anyway is done, so that the change alone shows in what it leads to. */
  prepare?(tx: EntityManager, change: SetupChange): Promise<void>;
  /** After the change. @throws Problem where the change must not be */
  follow(tx: EntityManager, change: SetupChange): Promise<Partial<SetupEffect>>;
}

/** Later stages say here, once they start, that they follow a post's setup; posts never know them. */
@Injectable()
export class SetupFollowers {
  private readonly followers: SetupFollower[] = [];

  add(follower: SetupFollower): void {
    this.followers.push(follower);
  }

  async prepare(tx: EntityManager, change: SetupChange): Promise<void> {
    for (const follower of this.followers) await follower.prepare?.(tx, change);
  }

  async follow(tx: EntityManager, change: SetupChange): Promise<SetupEffect> {
    const effect: SetupEffect = { peopleMoved: 0, seatsTaken: 0, seatsAdded: 0 };
    for (const follower of this.followers) {
      const more = await follower.follow(tx, change);
      for (const key of Object.keys(effect) as (keyof SetupEffect)[]) effect[key] += more[key] ?? 0;
    }
    return effect;
  }
}
