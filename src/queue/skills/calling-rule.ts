import { PROTECTION } from './skills.js';

/** After so many minutes in which others were called first for want of a skill, any counter may call. */
export const SKILL_WAIT_MINUTES = 15;

/** A counter at work: its own skills and those of the officer there. */
export interface SkilledCounter {
  counterId: string;
  skills: readonly string[];
}

/** What keeps a counter from calling somebody. */
export interface Lacking {
  /** Never waited out: who needs it is given to somebody trained, or a supervisor decides. */
  firm: readonly string[];
  /** Others at work have it and this counter has not: waited for, some minutes. */
  soft: readonly string[];
  /** Other counters at work, for people who were handed over to them. */
  counters: readonly string[];
}

export interface NeedsOfWaiting {
  needs: readonly string[];
  counterId: string | null;
  /** Minutes since somebody behind was called first; null where nobody was. */
  passedOverFor: number | null;
}

/**
 * What a counter lacks of what is there. A skill that nobody at work has is not asked for, so nobody waits for it in vain.
 * Protection is asked for as soon as the post has anybody who is trained, at work or not: a case of protection is never
 * given to the untrained in silence.
 * @param others the other counters that take people
 */
export function lackingAt(
  own: SkilledCounter,
  others: readonly SkilledCounter[],
  isAnyoneTrained: boolean,
): Lacking {
  const has = new Set(own.skills);
  const elsewhere = new Set(others.flatMap(({ skills }) => skills));
  return {
    firm: isAnyoneTrained && !has.has(PROTECTION) ? [PROTECTION] : [],
    soft: [...elsewhere].filter((skill) => skill !== PROTECTION && !has.has(skill)),
    counters: others.map(({ counterId }) => counterId).filter((id) => id !== own.counterId),
  };
}

/** Whether a counter may call somebody who waits. `FITS` in call-next.sql.ts is the same rule. */
export function mayCall({ needs, counterId, passedOverFor }: NeedsOfWaiting, lacking: Lacking): boolean {
  if (needs.some((need) => lacking.firm.includes(need))) return false;
  if (passedOverFor !== null && passedOverFor >= SKILL_WAIT_MINUTES) return true;
  const isOthers = counterId !== null && lacking.counters.includes(counterId);
  return !isOthers && !needs.some((need) => lacking.soft.includes(need));
}
