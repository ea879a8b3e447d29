import type { RegistrationReceipt } from '../../registrations/intake/intake.dto.js';
import type { Person } from '../person.js';

/** Somebody during a live day. */
export interface Player {
  person: Person;
  receipt: RegistrationReceipt;
  /** How often they were called so far. */
  calls: number;
  /** Minute at which they read that they are to come in. */
  toldToComeInAt: number;
  state: 'home' | 'on-the-way' | 'absent' | 'there';
}

/** From the zone into the hall, in minutes. */
const WALK = 2;

/** How long they walk from the zone into the hall when they follow the latest call. */
export const walkOf = ({ person, calls }: Player): number =>
  WALK * person.visit(Math.max(0, calls - 1)).walkFactor;
