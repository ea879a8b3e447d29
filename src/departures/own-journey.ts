import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Departure } from './departure.entity.js';
import { latestDeparture } from './departure-response.js';
import type { DepartureStatus } from './departure-status.js';

const STILL_TO_COME: readonly DepartureStatus[] = ['planned', 'cleared', 'boarded'];

/** The journey that lies before a person, as their own page tells it. */
@Injectable()
export class OwnJourney {
  constructor(private readonly database: Database) {}

  /** Null where none is planned, and once it has begun or was missed. */
  of(postId: string, registrationId: string): Promise<Departure | null> {
    return this.database.transaction([postId], async (tx) => {
      const departure = await latestDeparture(tx, registrationId);
      return departure && STILL_TO_COME.includes(departure.status) ? departure : null;
    });
  }
}
