import { ADULT_AT } from '../../registrations/groups/group-rules.js';
import type { Need } from '../../registrations/needs.js';
import type { Answers } from './answers.js';
import { birthDateOf } from './report.js';

const ALONE: Need = 'unaccompanied-minor';

/** Whether a birth year says that somebody is under 18, as far as a year can say it. */
export function isMinor(answers: Answers, thisYear: number): boolean {
  const { year } = birthDateOf(answers) as { year?: unknown };
  return typeof year === 'number' && thisYear - year < ADULT_AT;
}

/** Every child is asked whom they are with, whether others register here or not; one who said so at once is alone. */
export const isAskedForGuardian = (answers: Answers, thisYear: number): boolean =>
  isMinor(answers, thisYear) && !answers.needs.includes(ALONE);

/** The answers as they count: nobody but a child is with somebody, and a child with nobody needs help at once. */
export function asChildOrAdult(answers: Answers, thisYear: number): Answers {
  if (!isAskedForGuardian(answers, thisYear))
    return { ...answers, guardian: '', adultName: '', adultRelation: '' };
  return answers.guardian === 'alone' ? { ...answers, needs: [...answers.needs, ALONE] } : answers;
}
