import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Idempotency } from '../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { isCountryCode } from '../platform/icao/country-codes.js';
import { newId } from '../platform/ids.js';
import { invalid, notFound } from '../platform/problems/problem.js';
import { refusedBy } from '../platform/problems/refused-by.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import { DepartureLog } from './departure-log.js';
import { latestDeparture, toDepartureResponse } from './departure-response.js';
import type { DepartureRequest, DepartureResponse } from './departures.dto.js';
import { scheduledTimeFault } from './scheduled-time.js';

/** Without where a ticket ends nobody can say whether a single journey's document covers it (ICAO Doc 9303-8). */
const routeFault = (route: readonly string[]): string | undefined => {
  if (route.length === 0) return 'required';
  return route.every((code) => isCountryCode(code)) ? undefined : 'not-a-choice';
};

/** Plans journeys home. A person has one at a time; the database keeps it so. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly life: RegistrationLife,
    private readonly clock: Clock,
    private readonly log: DepartureLog,
  ) {}

  /** @throws Problem `not-found`, `not-open`, `departure-live` (409), `invalid-input` (a time long past or far ahead, no
   * country or one that there is not) */
  async plan(
    caller: Caller,
    registrationId: string,
    request: DepartureRequest,
    idempotent: IdempotentRequest,
  ): Promise<DepartureResponse> {
    const late = scheduledTimeFault(new Date(request.scheduledAt), this.clock.now());
    const lost = routeFault(request.route);
    const faults = [
      ...(late ? [{ pointer: '/scheduledAt', code: late }] : []),
      ...(lost ? [{ pointer: '/route', code: lost }] : []),
    ];
    if (faults.length > 0) throw invalid(...faults);
    return this.idempotency
      .transaction(caller.posts, idempotent, async (tx) => {
        const { postId } = await this.life.requireOpen(tx, registrationId);
        const id = newId();
        await tx.query(
          `INSERT INTO departure (id, post_id, registration_id, status, carrier, service_number, leaves_from,
             arrives_at_place, scheduled_at, route, planned_at)
           VALUES ($1, $2, $3, 'planned', $4, $5, $6, $7, $8, $9, clock_timestamp())`,
          [
            id,
            postId,
            registrationId,
            request.carrier,
            request.serviceNumber,
            request.from,
            request.to,
            request.scheduledAt,
            request.route,
          ],
        );
        await this.log.record(tx, caller, { id, postId, registrationId }, 'departure.planned');
        return toDepartureResponse((await latestDeparture(tx, registrationId))!);
      })
      .catch(refusedBy({ one_live_departure_per_person: 'departure-live' }));
  }

  /** The newest journey. On record as a read. @throws Problem `not-found` */
  read(caller: Caller, registrationId: string): Promise<DepartureResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const departure = await latestDeparture(tx, registrationId);
      if (!departure) throw notFound();
      await this.log.record(tx, caller, departure, 'departure.read');
      return toDepartureResponse(departure);
    });
  }
}
