import { NO_ANSWERS } from '../../register/answers.js';
import { bornOf } from '../../register/born.js';
import type { Typed } from './question-rules.js';

/** A birth date as the service will read it, Gregorian and in Latin digits; and as it was typed, where that differs. */
export function dateAsUnderstood(answers: Typed): { read: string; written: string | null } {
  const { day, month, year, written } = bornOf({ ...NO_ANSWERS, ...answers });
  const known = day || month || year;
  return { read: known ? [day, month, year].map((part) => part || '–').join(' / ') : '', written };
}
