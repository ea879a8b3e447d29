import { Chance } from './random.js';
import { MINUTES_A_DAY, type Scenario } from './scenario.js';

/** What happens when a person is called, or given a time, for the n-th time. */
export interface Visit {
  comes: boolean;
  /** Real travel time over the estimate. */
  travelFactor: number;
  /** Real walk from the zone to the hall over the usual one. */
  walkFactor: number;
  /** Minutes from an appointment's time to the arrival. */
  fromAppointment: number;
  /** Minutes until a person who did not come registers again. */
  againAfter: number;
  /** Minutes until the post gives up waiting for them; only then, if left out. */
  missedAfter?: number;
  /** From 0 to 1: below the share of people who answer, this person does. */
  answers: number;
  /** From 0 to 1: where in the early hours somebody stands who was sent away the evening before. */
  morning: number;
}

/** One of those who need the post, with everything that chance decides about them, the same under every policy. */
export interface Person {
  id: number;
  /** When they would stand at the gate; with a system, when they register. Minutes from the first midnight. */
  gateAt: number;
  walkIn: boolean;
  hasPhone: boolean;
  vulnerable: boolean;
  /** The estimate, which the plan may know. */
  travel: number;
  /** Known to nobody before it is over. */
  service: number;
  visit(n: number): Visit;
}

/** 60 % between 05:30 and 10:00, most at 08:00; the others evenly from 10:00 to 16:00. */
const gateTime = (chance: Chance): number =>
  chance.uniform() < 0.6 ? earlyTime(chance) : chance.between(10 * 60, 16 * 60);

const earlyTime = (chance: Chance): number => chance.triangular(5.5 * 60, 8 * 60, 10 * 60);

function travelEstimate(chance: Chance): number {
  const u = chance.uniform();
  if (u < 0.25) return chance.between(5, 15);
  return u < 0.75 ? chance.between(15, 45) : chance.between(45, 90);
}

function drawVisit(chance: Chance, scenario: Scenario): Visit {
  const comes = chance.uniform() >= scenario.noShow;
  const travelFactor = chance.logNormal(1, scenario.travelCv);
  const late = chance.uniform() < 0.1;
  const lateBy = chance.between(5, 60);
  const early = -10 + 12 * chance.normal();
  return {
    comes,
    travelFactor,
    fromAppointment: late ? lateBy : early,
    againAfter: chance.between(2 * 60, 20 * 60),
    answers: chance.uniform(),
    morning: earlyTime(chance),
    walkFactor: chance.logNormal(1, 0.25),
  };
}

/** Everyone of a scenario: one stream of chance for each person, one for each of their visits. */
export function drawPeople(scenario: Scenario, seed: number): Person[] {
  const people: Person[] = [];
  scenario.demand.forEach((many, day) => {
    for (let i = 0; i < many; i++) {
      const id = people.length;
      const chance = new Chance(seed, `person ${id}`);
      const visits: Visit[] = [];
      people.push({
        id,
        gateAt: day * MINUTES_A_DAY + gateTime(chance),
        walkIn: chance.uniform() < scenario.walkIns,
        hasPhone: chance.uniform() >= scenario.withoutPhone,
        vulnerable: chance.uniform() < scenario.vulnerable,
        travel: travelEstimate(chance),
        service: chance.logNormal(scenario.serviceMean, scenario.serviceCv),
        visit: (n) => (visits[n] ??= drawVisit(new Chance(seed, `visit ${n} of ${id}`), scenario)),
      });
    }
  });
  for (const person of people) person.hasPhone ||= !person.walkIn;
  return people;
}
