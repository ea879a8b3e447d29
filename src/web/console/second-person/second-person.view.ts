import type { SecondPersonRequestResponse } from '../../../registrations/disclosure/second-person/second-person.dto.js';
import type { Refusal } from '../../forms/refusal.js';

/** What waits for a second person before, or after, somebody sees where a person is. */
export interface SecondPersonPage {
  requests: readonly (SecondPersonRequestResponse & { own: boolean })[];
  next: string | null;
  refused: Refusal | null;
  done: boolean;
  asOf: string;
}
