import type { FormView } from '../forms/form.view.js';
import type { Stage } from '../status/journey.js';

export interface StageLoad {
  stage: Stage;
  people: number;
  /** Minutes since people entered this stage; null where nobody is in it. */
  medianAge: number | null;
  oldestAge: number | null;
}

export interface CounterRow {
  number: string;
  state: 'open' | 'paused' | 'closed';
  officer: string | null;
  ticket: string | null;
  /** Since when in this state, ISO 8601 with offset. */
  since: string | null;
}

export interface SupervisorPage {
  stages: readonly StageLoad[];
  counters: readonly CounterRow[];
  hall: { waiting: number; longestMinutes: number | null };
  callForward: { form: FormView; people: string; ready: number; called: number | null };
  asOf: string;
}
