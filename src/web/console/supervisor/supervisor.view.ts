import type { CounterAtWorkResponse } from '../../../queue/board/queue.dto.js';
import type { HeldTicketResponse } from '../../../queue/skills/skills.dto.js';
import type { StageResponse } from '../../../reports/stages/stages.dto.js';
import type { FormView } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

/** The load of the post, the hall and its counters, and the form that lets people come. */
export interface SupervisorPage {
  stages: readonly StageResponse[];
  counters: readonly CounterAtWorkResponse[];
  hall: { waiting: number; longestMinutes: number | null };
  callForward: { form: FormView; people: string; called: number | null };
  /** Pairs of registrations that may be one person and wait to be compared. */
  duplicates: number;
  /** People who wait longer for want of a skill. */
  held: readonly HeldTicketResponse[];
  /** Why a counter was not closed, or a person not released. */
  refused: Refusal | null;
  asOf: string;
}
