import { SMALLEST_SHOWN } from '../figures/withholding.js';

/** People who wait at one stage, and for how long; null where it is withheld. */
export interface StageAges<Stage extends string> {
  stage: Stage;
  people: number | null;
  medianMinutes: number | null;
  oldestMinutes: number | null;
}

/**
 * Withholds stages with few people. How many are to be helped in all can be worked out from the daily figures, so one
 * stage withheld alone, or several of few people together, could be worked out too: the next smallest stages are withheld
 * with them, until two or more hide at least as many as may be shown.
 */
export function withholdStages<Stage extends string>(
  stages: readonly StageAges<Stage>[],
): StageAges<Stage>[] {
  const occupied = stages.filter(({ people }) => count(people) > 0);
  const hidden = new Set<StageAges<Stage>>();
  let together = 0;
  for (const stage of occupied.sort((one, other) => count(one.people) - count(other.people))) {
    const enough = hidden.size === 0 || (hidden.size > 1 && together >= SMALLEST_SHOWN);
    if (count(stage.people) >= SMALLEST_SHOWN && enough) break;
    hidden.add(stage);
    together += count(stage.people);
  }
  return stages.map((stage) =>
    hidden.has(stage)
      ? { stage: stage.stage, people: null, medianMinutes: null, oldestMinutes: null }
      : stage,
  );
}

const count = (people: number | null): number => people ?? 0;
