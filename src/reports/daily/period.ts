import { dayAfter } from '../../platform/clock/calendar-day.js';
import type { FieldFault } from '../../platform/problems/problem.js';

const USUAL_DAYS = 14;
const MOST_DAYS = 366;

/** A span of days, both ends included, each `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

/** The span that was asked for, filled up: two weeks up to today. */
export function periodOf(asked: Partial<Period>, today: string): Period {
  const to = asked.to ?? today;
  return { from: asked.from ?? dayAfter(to, 1 - USUAL_DAYS), to };
}

/** What is wrong with a span of days: nobody can count the future. */
export function periodFault({ from, to }: Period, today: string): FieldFault | undefined {
  if (to > today) return { pointer: '/to', code: 'in-the-future' };
  if (from > to) return { pointer: '/to', code: 'before-start' };
  return dayAfter(from, MOST_DAYS) <= to ? { pointer: '/from', code: 'too-long-ago' } : undefined;
}
