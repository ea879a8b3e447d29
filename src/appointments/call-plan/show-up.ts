import type { CallState, UnderWay } from './call-state.js';
import type { CallParameters } from './call-parameters.js';
import { normalCdf } from './service-law.js';

const AFTER_REPLY = { 'on-my-way': 0.98, 'ten-minutes': 0.93, 'cannot-come': 0 } as const;

/** What is known about somebody's coming. */
export interface Coming {
  /** Chance that they still come, after having waited for them so long. */
  chance: number;
  /** When they are expected. */
  at: number;
}

/**
 * Whether and when somebody under way comes. Bayes: the longer one waits for them beyond their way, the less likely
 * it is that they set out at all.
 */
export function coming(person: UnderWay, { now, parameters }: Pick<CallState, 'now' | 'parameters'>): Coming {
  if (person.by === 'zone') {
    const at = Math.max(now, person.calledAt + parameters.rooms.zoneWalk);
    return { chance: 1, at };
  }
  const { expected, absent } = arrivalOf(person, parameters, now);
  const prior = person.reply === null ? parameters.showUp : AFTER_REPLY[person.reply];
  const chance = (prior * absent) / (1 - prior + prior * absent || 1);
  const at = expected + (person.reply === 'ten-minutes' ? 10 : 0);
  return { chance, at: Math.max(at, now + 2) };
}

/** @returns the chance that somebody under way, who is not there yet, is there by a later time */
export function comesBy(
  person: UnderWay,
  at: number,
  { now, parameters }: Pick<CallState, 'now' | 'parameters'>,
): number {
  if (person.by === 'zone') return at >= person.calledAt + parameters.rooms.zoneWalk ? 1 : 0;
  const wait = person.reply === 'ten-minutes' ? 10 : 0;
  const absentNow = arrivalOf(person, parameters, now - wait).absent;
  const absentThen = arrivalOf(person, parameters, at - wait).absent;
  const prior = person.reply === null ? parameters.showUp : AFTER_REPLY[person.reply];
  return (prior * (absentNow - absentThen)) / (1 - prior + prior * absentNow || 1);
}

/** Expected arrival, and the chance that somebody who does come is not there yet. */
function arrivalOf(person: UnderWay, { travel, appointment }: CallParameters, now: number) {
  if (person.by === 'paper') {
    const expected = person.dueAt + appointment.mean;
    const late = normalCdf((expected - now) / appointment.deviation);
    return { expected, absent: Math.max(late, now < person.dueAt + 60 ? 0.1 : 0) };
  }
  const expected = person.calledAt + person.travel * travel.factor;
  const sigma = Math.sqrt(Math.log(1 + travel.cv ** 2));
  const ratio = (now - person.calledAt) / Math.max(1, person.travel * travel.factor);
  const z = ratio <= 0 ? -9 : (Math.log(ratio) + (sigma * sigma) / 2) / sigma;
  return { expected, absent: 1 - normalCdf(z) };
}
