import type { FieldFault } from '../../platform/problems/problem.js';

/** A stretch of a weekday: `HH:MM`, so that times compare as text. */
export interface WeekStretch {
  weekday: number;
  opens: string;
  closes: string;
}

/**
 * What is wrong with a week of opening hours, at the fields it is wrong in: a stretch that ends before it begins, one that
 * overlaps another, a week without any.
 */
export function faultsOfWeek(hours: readonly WeekStretch[]): FieldFault[] {
  if (hours.length === 0) return [{ pointer: '/openingHours', code: 'required' }];
  return hours.flatMap((stretch, index): FieldFault[] => {
    const at = (field: string, code: string) => ({ pointer: `/openingHours/${index}/${field}`, code });
    if (stretch.closes <= stretch.opens) return [at('closes', 'closes-before-opening')];
    return hours.slice(0, index).some((other) => overlap(stretch, other)) ? [at('opens', 'overlapping')] : [];
  });
}

const overlap = (a: WeekStretch, b: WeekStretch): boolean =>
  a.weekday === b.weekday && a.opens < b.closes && b.opens < a.closes;
