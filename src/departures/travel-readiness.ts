import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readIdentityFile } from '../identity/identity-file.js';
import { calendarDay } from '../platform/clock/calendar-day.js';
import { Clock } from '../platform/clock/clock.js';
import { Problem } from '../platform/problems/problem.js';
import { PostsService } from '../posts/posts.service.js';
import { DocumentLife } from '../travel-documents/documents/document-life.service.js';
import { hasPassport } from './passport.js';
import { coversRoute } from '../travel-documents/documents/covered-route.js';
import type { Departure } from './departure.entity.js';

/** Whether somebody has what it takes to cross a border: leave to exit, and a travel document or their own passport. */
@Injectable()
export class TravelReadiness {
  constructor(
    private readonly documents: DocumentLife,
    private readonly posts: PostsService,
    private readonly clock: Clock,
  ) {}

  /** Joins the caller's transaction. @throws Problem `no-exit-clearance`, `no-travel-document`, `route-not-covered` (409) */
  async require(tx: EntityManager, departure: Departure): Promise<void> {
    const { registrationId } = departure;
    const granted = await tx.query<unknown[]>(
      "SELECT FROM exit_clearance WHERE registration_id = $1 AND status = 'granted'",
      [registrationId],
    );
    if (granted.length === 0) throw new Problem('conflict', 'no-exit-clearance');
    const document = await this.documents.usableOf(tx, registrationId, await this.dayOfTravel(departure));
    if (document && coversRoute(document, departure.route)) return;
    if (hasPassport(await readIdentityFile(tx, registrationId))) return;
    throw new Problem('conflict', document ? 'route-not-covered' : 'no-travel-document');
  }

  /** The day, at the post, on which a document must still be good: that of the journey, or today where it is late. */
  private async dayOfTravel({ postId, scheduledAt }: Departure): Promise<string> {
    const { timeZone } = await this.posts.byId(postId);
    const latest = new Date(Math.max(scheduledAt.getTime(), this.clock.now().getTime()));
    return calendarDay(latest, timeZone);
  }
}
