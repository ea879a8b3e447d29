import type { Embassy, Policy } from '../embassy.js';
import { Appointments, BAILEY_WELCH, BLOCKS, SLOTS, STAGGERED } from './appointments.js';
import { CallForward } from './call-forward.js';
import { FirstCome } from './first-come.js';

export const POLICY_NAMES = ['fcfs', 'blocks', 'slots', 'bailey-welch', 'staggered', 'pulang'] as const;

export type PolicyName = (typeof POLICY_NAMES)[number];

/** @param replies the share of called people who answer "on my way" where they come; of no use to the other policies */
export function policyOf(name: PolicyName, embassy: Embassy, replies: number): Policy {
  switch (name) {
    case 'fcfs':
      return new FirstCome(embassy);
    case 'blocks':
      return new Appointments(embassy, BLOCKS);
    case 'slots':
      return new Appointments(embassy, SLOTS);
    case 'bailey-welch':
      return new Appointments(embassy, BAILEY_WELCH);
    case 'staggered':
      return new Appointments(embassy, STAGGERED);
    case 'pulang':
      return new CallForward(embassy, replies);
  }
}
