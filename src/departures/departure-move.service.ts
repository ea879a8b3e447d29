import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { invalid, Problem } from '../platform/problems/problem.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import { DepartureForChange } from './departure-for-change.js';
import { DepartureLog } from './departure-log.js';
import { departureMayMove } from './departure-status.js';
import { Departure } from './departure.entity.js';
import { toDepartureResponse } from './departure-response.js';
import type { DepartureMoveRequest, DepartureResponse } from './departures.dto.js';
import { scheduledTimeFault } from './scheduled-time.js';
import { boardingFrom } from './step-times.js';
import { TravelReadiness } from './travel-readiness.js';

/** Carriers move their journeys: the same one leaves at another time. */
@Injectable()
export class DepartureMove {
  constructor(
    private readonly database: Database,
    private readonly life: RegistrationLife,
    private readonly forChange: DepartureForChange,
    private readonly readiness: TravelReadiness,
    private readonly log: DepartureLog,
  ) {}

  /**
   * Until it has left. Whoever is cleared stays so only with papers that are good on the new day too.
   * @throws Problem `not-found`, `stale` (412), `not-in-this-state`, `not-open`, `no-travel-document` (409),
   * `invalid-input` (a time long past or far ahead, or on board before it could be boarded)
   */
  move(
    caller: Caller,
    id: string,
    version: number,
    request: DepartureMoveRequest,
  ): Promise<DepartureResponse> {
    const scheduledAt = new Date(request.scheduledAt);
    return this.database.transaction(caller.posts, async (tx) => {
      const { departure, times, now } = await this.forChange.of(tx, id, version);
      const { registrationId, status, boardedAt } = departure;
      await this.life.requireOpen(tx, registrationId);
      if (!departureMayMove(status)) throw new Problem('conflict', 'not-in-this-state');
      const aboard = boardedAt !== null && boardedAt < boardingFrom(scheduledAt, times.timeZone);
      const fault = scheduledTimeFault(scheduledAt, now, 'move') ?? (aboard ? 'boarded-before' : undefined);
      if (fault) throw invalid({ pointer: '/scheduledAt', code: fault });
      if (status === 'cleared') await this.readiness.require(tx, { ...departure, scheduledAt });
      await tx.query('UPDATE departure SET scheduled_at = $2, version = version + 1 WHERE id = $1', [
        id,
        scheduledAt,
      ]);
      await this.log.record(tx, caller, departure, 'departure.moved');
      return toDepartureResponse(await tx.findOneByOrFail(Departure, { id }));
    });
  }
}
