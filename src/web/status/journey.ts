import { type Milestone, MILESTONES } from '../../reports/journey/milestones.js';

/** The marks of a person's way home: the milestones that every figure counts, without coming into the hall. */
export const STAGES = MILESTONES.filter((milestone) => milestone !== 'checked-in');

export type Reached = Partial<Record<Milestone, Date>>;

export interface StageMark {
  stage: Milestone;
  state: 'done' | 'now' | 'later';
  /** When it was done, ISO 8601 with offset. */
  at: string | null;
}

/** Marks what is done; the first that is not is the one at work now, while the registration is open. */
export function stageMarks(reached: Reached, open: boolean): StageMark[] {
  const now = open ? STAGES.find((stage) => !reached[stage]) : undefined;
  return STAGES.map((stage) => {
    const at = reached[stage];
    return { stage, state: at ? 'done' : stage === now ? 'now' : 'later', at: at?.toISOString() ?? null };
  });
}
