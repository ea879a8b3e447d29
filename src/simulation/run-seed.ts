import { Embassy } from './embassy.js';
import { measure, type Metrics } from './metrics.js';
import { drawPeople } from './person.js';
import { POLICY_NAMES, type PolicyName, policyOf } from './policies/policies.js';
import { MINUTES_A_DAY, OPENS, type Scenario } from './scenario.js';

/** Days after the scenario's own in which those are served who did not come before. */
const DAYS_AFTER = 8;
/** The pictures show the hall of the first days every so many minutes. */
export const HALL_EVERY = 5;
export const HALL_DAYS = 4;

export interface Run {
  metrics: Metrics;
  /** People in the hall, every five minutes from 05:00 to 18:00 of the first four days. */
  hall: number[];
  /** Everybody's wait, shortest first. */
  waits: number[];
}

/** One seed under every policy: the same people with the same fate. */
export function runSeed(scenario: Scenario, seed: number, replies: number): Record<PolicyName, Run> {
  const runs = POLICY_NAMES.map((name) => [name, runPolicy(scenario, seed, name, replies)] as const);
  return Object.fromEntries(runs) as Record<PolicyName, Run>;
}

/** Plays one policy to the end, until days after the last arrival. @param replies percentage of called people who answer */
export function runPolicy(scenario: Scenario, seed: number, name: PolicyName, replies: number): Run {
  const embassy = new Embassy(scenario, drawPeople(scenario, seed));
  embassy.policy = policyOf(name, embassy, replies);
  embassy.run(scenario.demand.length + DAYS_AFTER);
  return {
    metrics: measure(embassy),
    hall: hallOverTheDays(embassy),
    waits: [...embassy.waits].sort((a, b) => a - b),
  };
}

function hallOverTheDays({ hallLevel }: Embassy): number[] {
  const levels: number[] = [];
  for (let day = 0; day < HALL_DAYS; day++)
    for (let minute = OPENS - 240; minute <= OPENS + 540; minute += HALL_EVERY)
      levels.push(hallLevel.at(day * MINUTES_A_DAY + minute));
  return levels;
}
