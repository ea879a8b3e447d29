import type { CallState, OpenHours } from './call-state.js';
import { expectedStart } from './expected-start.js';

/** People are told round times. */
const ROUND_TO = 5;
/** Nobody is sent away for less than this. */
const AT_LEAST = 60;
/** Times are given up to this long before closing: one in ten comes up to an hour late. */
const BEFORE_CLOSING = 80;
const AFTER_OPENING = 20;

/**
 * The time that a walk-in without a phone gets on paper: when their place in the line will come up. From then on they
 * count as under way, due at that time.
 * @returns undefined where the post does not open again
 */
export function returnTime(state: CallState, personId: string): number | undefined {
  const expected = expectedStart(state, personId);
  if (!expected) return undefined;
  const wanted = Math.max(expected.at, state.now + AT_LEAST);
  const day = state.hours.find((hours) => wanted <= lastTime(hours));
  return day && Math.ceil(Math.max(wanted, day.opensAt + AFTER_OPENING) / ROUND_TO) * ROUND_TO;
}

const lastTime = ({ closesAt }: OpenHours): number => closesAt - BEFORE_CLOSING;
