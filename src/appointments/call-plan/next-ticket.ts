import { hallOrder } from './call-order.js';
import type { CallState } from './call-state.js';

/**
 * Who is next at a counter, of those in the hall: urgent strictly first, then by when they are due, the vulnerable
 * some minutes ahead. Whoever missed a call or came late keeps the time they were due, and so gets their place back.
 * @returns null where nobody waits
 */
export function nextTicket({ hall, parameters }: Pick<CallState, 'hall' | 'parameters'>): string | null {
  const compare = hallOrder(parameters);
  let next = hall[0];
  for (const person of hall) if (next && compare(person, next) < 0) next = person;
  return next?.personId ?? null;
}
