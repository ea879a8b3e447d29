import { Choice, Whole } from '../../../platform/http/fields.js';

export class AutomaticForm {
  @Choice(['yes', 'no'] as const) automatic: 'yes' | 'no';
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

export class LiftForm {
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}
