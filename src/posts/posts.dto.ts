import { Amount, Count, Day, Id, Listed, Text } from '../platform/http/fields.js';

export class OpeningHoursResponse {
  @Count({ example: 1, description: 'ISO weekday: 1 is Monday.' }) weekday: number;
  @Text({ max: 5, example: '09:00', description: 'Local to the post.' }) opens: string;
  @Text({ max: 5, example: '17:00' }) closes: string;
}

export class ServiceTypeResponse {
  @Id() id: string;
  @Text({ max: 40, example: 'identity' }) code: string;
  @Count({ example: 12, description: 'Planned minutes at the counter.' }) minutes: number;
}

export class CounterResponse {
  @Id() id: string;
  @Count({ example: 3 }) number: number;
  @Text({ max: 60, nullable: true, example: 'Quiet room' }) name: string | null;
}

export class HolidayResponse {
  @Day() day: string;
  @Text({ max: 80, example: 'Independence Day' }) name: string;
}

export class PostResponse {
  @Id() id: string;
  @Text({ max: 3, example: 'PNH' }) code: string;
  @Text({ max: 120, example: 'Embassy of the Republic of Indonesia in Phnom Penh' }) name: string;
  @Text({ max: 80, example: 'Phnom Penh' }) city: string;
  @Text({ max: 3, example: 'KHM', description: 'ISO 3166 alpha-3.' }) hostCountry: string;
  @Text({ max: 3, example: 'IDN' }) sendingCountry: string;
  @Text({ max: 60, example: 'Asia/Phnom_Penh' }) timeZone: string;
  @Amount({ example: 10 }) overstayFinePerDay: number;
  @Text({ max: 3, example: 'USD' }) fineCurrency: string;
  @Text({
    max: 30,
    nullable: true,
    example: '+44 20 7946 0999',
    description: 'Telephone number for emergencies, as shown to people.',
  })
  hotline: string | null;
  @Listed(() => OpeningHoursResponse) openingHours: OpeningHoursResponse[];
  @Listed(() => HolidayResponse, { description: 'Days to come on which the post is closed.' })
  holidays: HolidayResponse[];
  @Listed(() => ServiceTypeResponse) serviceTypes: ServiceTypeResponse[];
  @Listed(() => CounterResponse) counters: CounterResponse[];
}

export class PostList {
  @Listed(() => PostResponse) items: PostResponse[];
}
