import type { FieldFault } from '../../platform/problems/problem.js';
import type { BirthDate } from '../birth-date.js';

/** Years of age; below it a child (Convention on the Rights of the Child, article 1). */
export const ADULT_AT = 18;

interface Member {
  post: string;
  birthDate: BirthDate;
  guardian?: number;
}

/**
 * What is wrong with a group as such: one person is none, they go home by one post, and whom a minor is with must be another
 * member who is not surely a minor. @param thisYear calendar year at the post
 */
export function groupFaults(members: readonly Member[], thisYear: number): FieldFault[] {
  if (members.length < 2) return [{ pointer: '/members', code: 'group-of-one' }];
  return members.flatMap(({ post, guardian }, index): FieldFault[] => [
    ...(post === members[0]!.post ? [] : [{ pointer: `/members/${index}/post`, code: 'another-post' }]),
    ...(guardian === undefined || mayGuard(members, index, guardian, thisYear)
      ? []
      : [{ pointer: `/members/${index}/guardian`, code: 'not-a-guardian' }]),
  ]);
}

function mayGuard(members: readonly Member[], ward: number, guardian: number, thisYear: number): boolean {
  const adult = members[guardian];
  if (!adult || guardian === ward || adult.guardian !== undefined) return false;
  const { year } = adult.birthDate;
  return year === undefined || thisYear - year >= ADULT_AT;
}
