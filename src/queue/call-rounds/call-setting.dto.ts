import { Count, Decimal, Flag, Instant, Whole } from '../../platform/http/fields.js';

export class CallSettingRequest {
  @Flag({ description: 'Whether people are called by the plan; else by hand.' }) automatic: boolean;
  @Whole({ min: 1, max: 240, example: 30, description: 'How long people take to come.' })
  travelMinutes: number;
  @Whole({ min: 1, max: 120, example: 20, description: 'Beyond their way, until they are told again.' })
  graceMinutes: number;
}

export class CallSettingResponse extends CallSettingRequest {
  @Count({ example: 1 }) version: number;
}

/** What the plan sees now, in numbers. */
export class CallPlanResponse {
  @Flag() automatic: boolean;
  @Count({ description: 'People who can be called; of long lines the first thousand of each band.' })
  inLine: number;
  @Count({ description: 'Called, and not there yet.' }) called: number;
  @Count({ description: 'Expected soon at the time that they were told.' }) atTold: number;
  @Count() inZone: number;
  @Count() inHall: number;
  @Count({ description: 'Counters that take people; before opening, as many as usual.' }) counters: number;
  @Count({ description: 'Whom the plan would call at this moment.' }) dueNow: number;
  @Decimal({ min: 0, max: 240, example: 12, description: 'Learned minutes at a counter.' })
  serviceMinutes: number;
  @Decimal({ min: 0, max: 1, example: 0.85, description: 'Learned share of called people who come.' })
  showUp: number;
  @Instant() asOf: string;
}
