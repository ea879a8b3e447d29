import { ADULT_AT } from './group-rules.js';

interface Somebody {
  id: string;
  /** Null where unknown. */
  birthYear: number | null;
  guardianId: string | null;
  open: boolean;
}

/** Whether somebody is surely of age, by the year alone. */
export const isSurelyAdult = ({ birthYear }: Pick<Somebody, 'birthYear'>, thisYear: number): boolean =>
  birthYear !== null && thisYear - birthYear > ADULT_AT;

/**
 * Whether an adult who registered can be named as the one whom a child is with: somebody else who still is to be helped, not
 * surely a minor, and in nobody's care. @param wards children who are with the child itself
 */
export function mayLookAfter(adult: Somebody, child: Somebody, wards: number, thisYear: number): boolean {
  if (adult.id === child.id || !adult.open || adult.guardianId !== null || wards > 0) return false;
  return adult.birthYear === null || thisYear - adult.birthYear >= ADULT_AT;
}
