import type { WhereaboutsRequestResponse } from '../../../registrations/disclosure/whereabouts/whereabouts.dto.js';
import type { Refusal } from '../../forms/refusal.js';

/** What waits for a second person before, or after, somebody sees where a person is. */
export interface WhereaboutsPage {
  requests: readonly (WhereaboutsRequestResponse & { own: boolean })[];
  next: string | null;
  refused: Refusal | null;
  done: boolean;
  asOf: string;
}
