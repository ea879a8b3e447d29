import { type Milestone, MILESTONES } from '../../reports/journey/milestones.js';
import type { Reached, Standing } from './next-step.js';

/** The marks of a person's way home: the milestones that every figure counts, without coming into the hall. */
export const STAGES = MILESTONES.filter((milestone) => milestone !== 'checked-in');

export interface StageMark {
  stage: Milestone;
  state: 'done' | 'now' | 'later';
  /** When it was done, ISO 8601 with offset. */
  at: string | null;
}

type Known = Pick<Standing, 'reached' | 'appointment' | 'ticket'>;

/** Marks what is done; the first that is not is the one at work now, while the registration is open. */
export function stageMarks(standing: Known, open: boolean): StageMark[] {
  const reached = open ? asItStands(standing) : standing.reached;
  const now = open ? STAGES.find((stage) => !reached[stage]) : undefined;
  return STAGES.map((stage) => {
    const at = reached[stage];
    return { stage, state: at ? 'done' : stage === now ? 'now' : 'later', at: at?.toISOString() ?? null };
  });
}

/** An appointment that was given back, or missed, is ahead again; what was reached by it before is counted elsewhere. */
function asItStands({ reached, appointment, ticket }: Known): Reached {
  if (appointment || ticket || reached.served) return reached;
  const { booked: _, ...others } = reached;
  return others;
}
