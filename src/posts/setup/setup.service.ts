import { Injectable } from '@nestjs/common';
import { IANAZone } from 'luxon';
import type { EntityManager } from 'typeorm';
import { invalid, notFound } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { dayAt } from '../day-at.js';
import { changeHotline } from './hotline-by-two.js';
import { faultsOfWeek } from './opening-hours.js';
import type {
  HolidayRequest,
  OpeningHoursRequest,
  PostFactsRequest,
  ServiceRequest,
  SetupChangedResponse,
} from './setup.dto.js';
import type { SetupAct } from './setup-act.js';
import { SetupChanges } from './setup-changes.js';

const FACTS_SQL = `
  UPDATE post SET name = $2, city = $3, time_zone = $4, overstay_fine_per_day = $5, fine_currency = $6
  WHERE id = $1`;
const HOURS_SQL = `
  INSERT INTO opening_hours (post_id, weekday, opens, closes)
  SELECT $1, weekday, opens, closes FROM unnest($2::smallint[], $3::time[], $4::time[]) AS given (weekday, opens, closes)`;
const HOLIDAY_SQL = `
  INSERT INTO holiday (post_id, day, name) VALUES ($1, $2, $3) ON CONFLICT (post_id, day) DO UPDATE SET name = $3`;

/** What supervisors and administrators change of a post: each act is one change of {@link SetupChanges}. */
@Injectable()
export class SetupService {
  constructor(private readonly changes: SetupChanges) {}

  /**
   * The hotline is another once somebody else has asked for the same.
   * @throws Problem `invalid-input` for a zone or a currency that does not exist, `hotline-asked-already` (409), and as
   * {@link SetupChanges.make}
   */
  changeFacts(act: SetupAct, facts: PostFactsRequest): Promise<SetupChangedResponse> {
    requireFacts(facts);
    const { name, city, hotline, timeZone, overstayFinePerDay, fineCurrency } = facts;
    const detail: Record<string, unknown> = { timeZone, overstayFinePerDay, fineCurrency };
    return this.changes
      .make(act, {
        action: 'post.facts-changed',
        detail,
        apply: async (tx) => {
          await tx.query(FACTS_SQL, [act.postId, name, city, timeZone, overstayFinePerDay, fineCurrency]);
          detail['hotline'] = await changeHotline(tx, act.postId, act.caller.id, hotline);
        },
      })
      .catch(refusedBy({ hotline_asked_in_turn: 'hotline-asked-already' }));
  }

  /** @throws Problem `invalid-input` for hours that overlap or end before they begin, and as {@link SetupChanges.make} */
  changeHours(act: SetupAct, { openingHours }: OpeningHoursRequest): Promise<SetupChangedResponse> {
    const faults = faultsOfWeek(openingHours);
    if (faults.length > 0) throw invalid(...faults);
    return this.changes.make(act, {
      action: 'post.hours-changed',
      detail: { hours: openingHours.map(({ weekday, opens, closes }) => `${weekday} ${opens}-${closes}`) },
      apply: async (tx) => {
        await tx.query('DELETE FROM opening_hours WHERE post_id = $1', [act.postId]);
        await tx.query(HOURS_SQL, [
          act.postId,
          openingHours.map(({ weekday }) => weekday),
          openingHours.map(({ opens }) => opens),
          openingHours.map(({ closes }) => closes),
        ]);
      },
    });
  }

  /**
   * The post is closed on a day to come, or that day gets another name. For today, it is closed by a closure.
   * @throws Problem `invalid-input` for a day that has begun, and as {@link SetupChanges.make}
   */
  setHoliday(act: SetupAct, day: string, { name }: HolidayRequest): Promise<SetupChangedResponse> {
    return this.changes.make(act, {
      action: 'post.holiday-set',
      detail: { day },
      apply: async (tx) => {
        await requireToCome(tx, act.postId, day);
        await tx.query(HOLIDAY_SQL, [act.postId, day, name]);
      },
    });
  }

  /** The post works on that day after all. @throws Problem `not-found`, `invalid-input` for a day that has begun */
  removeHoliday(act: SetupAct, day: string): Promise<SetupChangedResponse> {
    return this.changes.make(act, {
      action: 'post.holiday-removed',
      detail: { day },
      apply: async (tx) => {
        await requireToCome(tx, act.postId, day);
        const [, removed] = await tx.query<[unknown[], number]>(
          'DELETE FROM holiday WHERE post_id = $1 AND day = $2',
          [act.postId, day],
        );
        if (removed === 0) throw notFound();
      },
    });
  }

  /**
   * Another length holds for times that nobody has; a service that is off takes nobody new, and whoever has an appointment
   * for it comes. @throws Problem `not-found` for one that the post does not have, and as {@link SetupChanges.make}
   */
  changeService(
    act: SetupAct,
    code: string,
    { minutes, active }: ServiceRequest,
  ): Promise<SetupChangedResponse> {
    return this.changes.make(act, {
      action: 'post.service-changed',
      detail: { service: code, minutes, active },
      apply: async (tx) => {
        const [, changed] = await tx.query<[unknown[], number]>(
          'UPDATE service_type SET minutes = $3, active = $4 WHERE post_id = $1 AND code = $2',
          [act.postId, code, minutes, active],
        );
        if (changed === 0) throw notFound();
      },
    });
  }
}

/** @throws Problem `invalid-input` for a time zone or a currency that does not exist */
export function requireFacts({ timeZone, fineCurrency }: PostFactsRequest): void {
  const faults = [
    ...(IANAZone.isValidZone(timeZone) ? [] : ['/timeZone']),
    ...(Intl.supportedValuesOf('currency').includes(fineCurrency) ? [] : ['/fineCurrency']),
  ];
  if (faults.length > 0) throw invalid(...faults.map((pointer) => ({ pointer, code: 'not-a-choice' })));
}

async function requireToCome(tx: EntityManager, postId: string, day: string): Promise<void> {
  if (day <= (await dayAt(tx, postId))) throw invalid({ pointer: '/day', code: 'in-the-past' });
}
