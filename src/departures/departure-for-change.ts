import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { oneRow } from '../platform/database/one-row.js';
import { requireVersion } from '../platform/http/entity-tag.js';
import { notFound } from '../platform/problems/problem.js';
import { PostsService } from '../posts/posts.service.js';
import { lockCases } from '../registrations/lock-cases.js';
import { Departure } from './departure.entity.js';
import type { JourneyTimes } from './step-times.js';

/** A journey about to be changed: no longer changed by anybody else, and what its times hang on. */
export interface LockedDeparture {
  departure: Departure;
  times: JourneyTimes;
  /** By the database's clock. */
  now: Date;
}

/** Locks the registration, then the journey: the order that everybody keeps. */
@Injectable()
export class DepartureForChange {
  constructor(private readonly posts: PostsService) {}

  /** Joins the caller's transaction. @throws Problem `not-found`, `stale` (412) */
  async of(tx: EntityManager, id: string, version: number): Promise<LockedDeparture> {
    const seen = await tx.findOneBy(Departure, { id });
    if (!seen) throw notFound();
    await lockCases(tx, [seen.registrationId]);
    const departure = await tx.findOneOrFail(Departure, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    requireVersion(departure.version, version);
    const { timeZone } = await this.posts.byId(departure.postId);
    const { now } = await oneRow<{ now: Date }>(tx, 'SELECT clock_timestamp() AS now', []);
    return { departure, times: { ...departure, timeZone }, now };
  }
}
