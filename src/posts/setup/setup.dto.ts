import {
  Amount,
  Choice,
  Count,
  Day,
  Flag,
  Id,
  Instant,
  Listed,
  Nested,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { HolidayResponse, OpeningHoursResponse } from '../posts.dto.js';

const TIME = { max: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/ };
const COUNTER_NAME = { max: 60, nullable: true, example: 'Quiet room' } as const;

/** Beside every change: whether it is only tried out, and what its sender knows of what it leads to. */
export class SetupChangeQuery {
  @Choice(['true', 'false'], {
    optional: true,
    example: 'true',
    description: 'True: answers what the change would lead to, and changes nothing.',
  })
  dryRun?: 'true' | 'false';
  @Whole({
    min: 0,
    max: 2_000_000_000,
    optional: true,
    example: 0,
    description:
      'How many people lose their appointment by it, as a dry run said; 0 if not given. With more, nothing is changed.',
  })
  peopleSeen?: number;
}

/** What a post is called and what its host country asks for. */
export class PostFactsRequest {
  @Text({ max: 120, example: 'Embassy of the Republic of Indonesia in Phnom Penh' }) name: string;
  @Text({ max: 80, example: 'Phnom Penh' }) city: string;
  @Text({
    max: 30,
    nullable: true,
    pattern: /^\+[1-9][0-9 ]{5,28}$/,
    example: '+44 20 7946 0999',
    description:
      'Telephone number for emergencies, international form, as shown to people. Another is shown once two have sent the same.',
  })
  hotline: string | null;
  @Text({ max: 60, pattern: /^[A-Z][A-Za-z0-9_+/-]+$/, example: 'Asia/Phnom_Penh', description: 'IANA.' })
  timeZone: string;
  @Amount({ example: 10, description: 'What the host country charges for a day without a valid visa.' })
  overstayFinePerDay: number;
  @Text({ max: 3, pattern: /^[A-Z]{3}$/, example: 'USD', description: 'ISO 4217.' }) fineCurrency: string;
}

/** A stretch of a weekday during which counters are staffed. */
export class OpeningHoursEntry {
  @Whole({ min: 1, max: 7, example: 1, description: 'ISO weekday: 1 is Monday.' }) weekday: number;
  @Text({ ...TIME, example: '09:00', description: 'Local to the post.' }) opens: string;
  @Text({ ...TIME, pattern: /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, example: '17:00' }) closes: string;
}

export class OpeningHoursRequest {
  @Nested(() => OpeningHoursEntry, {
    array: true,
    description: 'All of a week. Stretches of one day do not overlap.',
  })
  openingHours: OpeningHoursEntry[];
}

export class HolidayRequest {
  @Text({ max: 80, example: 'Independence Day' }) name: string;
}

export class HolidayPath {
  @Id() id: string;
  @Day() day: string;
}

export class CounterPath {
  @Id() id: string;
  @Id() counter: string;
}

export class CounterRequest {
  @Whole({ min: 1, max: 999, example: 3 }) number: number;
  @Text(COUNTER_NAME) name: string | null;
}

export class ServiceRequest {
  @Whole({ min: 1, max: 240, example: 12, description: 'Planned minutes at the counter.' }) minutes: number;
  @Flag({ description: 'Whether people are booked for it from now on.' }) active: boolean;
}

export class ServicePath {
  @Id() id: string;
  @Text({ max: 40, pattern: /^[a-z-]+$/, example: 'identity' }) code: string;
}

export class SetupCounterResponse {
  @Id() id: string;
  @Count({ example: 3 }) number: number;
  @Text(COUNTER_NAME) name: string | null;
  @Instant({ nullable: true, description: 'Closed for good.' }) closedAt: string | null;
}

export class SetupServiceResponse {
  @Text({ max: 40, example: 'identity' }) code: string;
  @Count({ example: 12 }) minutes: number;
  @Flag() active: boolean;
}

/** Another telephone number for emergencies, that somebody asked for and nobody else has sent yet. */
export class HotlineAskedResponse {
  @Text({
    max: 30,
    nullable: true,
    example: '+44 20 7946 0111',
    description: 'Nothing: none is to be shown.',
  })
  hotline: string | null;
  @Id() askedBy: string;
  @Instant() askedAt: string;
}

/** How a post works, with what is over. */
export class SetupResponse extends PostFactsRequest {
  @Nested(() => HotlineAskedResponse, { nullable: true }) hotlineAsked: HotlineAskedResponse | null;
  @Id() postId: string;
  @Text({ max: 3, example: 'PNH' }) code: string;
  @Text({ max: 3, example: 'KHM', description: 'ISO 3166 alpha-3.' }) hostCountry: string;
  @Text({ max: 3, example: 'IDN' }) sendingCountry: string;
  @Day({ description: 'The day that it is at the post.' }) today: string;
  @Listed(() => OpeningHoursResponse) openingHours: OpeningHoursResponse[];
  @Listed(() => HolidayResponse) holidays: HolidayResponse[];
  @Listed(() => SetupCounterResponse) counters: SetupCounterResponse[];
  @Listed(() => SetupServiceResponse) services: SetupServiceResponse[];
  @Instant({ nullable: true }) changedAt: string | null;
  @Count({ example: 4, description: 'Of all of it: what a change leads to depends on all of it.' })
  version: number;
}

export class SetupEffectResponse {
  @Count({ example: 4, description: 'People who are booked again for another time, and told.' })
  peopleMoved: number;
  @Count({ example: 36, description: 'Times that nobody has and that are not to be had any more.' })
  seatsTaken: number;
  @Count({ example: 0, description: 'Times that can be had in addition.' }) seatsAdded: number;
}

/** The post as it is after a change, or would be, and what that leads to. */
export class SetupChangedResponse extends SetupResponse {
  @Nested(() => SetupEffectResponse) effect: SetupEffectResponse;
}
