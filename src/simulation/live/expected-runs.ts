import { ASSUMED } from '../../appointments/call-plan/call-parameters.js';
import { Embassy } from '../embassy.js';
import { measure, type Metrics } from '../metrics.js';
import type { Person } from '../person.js';
import { CallForward } from '../policies/call-forward.js';
import { Chance } from '../random.js';
import type { Scenario } from '../scenario.js';

/** How often the day is simulated. */
const RUNS = 50;

/**
 * Minutes of the day: the resolution of the pressed clock. What happens is heard of up to so much later, registrations
 * up to twice as much, because jobs assess and book them first.
 */
const RESOLUTION = 1;
/** As the service does: its rounds are a fifth of a second apart, and take their time. */
const PLANS_EVERY = 0.3;
const LEARNS_EVERY = 10;
/** What the three requests of a service take, at the most. */
const AT_COUNTER = RESOLUTION / 4;

/**
 * What the simulation says of a live day: the same people with the same fate, again and again, each time with other
 * moments within the clock's resolution. How far these runs lie apart is how well the day can be foretold at all.
 * @param minuteSeconds of the pressed clock: the hall's order counts in true minutes
 */
export function expectedRuns(
  scenario: Scenario,
  people: readonly Person[],
  minuteSeconds: number,
  runs = RUNS,
): Metrics[] {
  const inHall = { highAhead: (ASSUMED.rooms.highAhead * 60) / minuteSeconds };
  const habits = { inHall, learnsEvery: LEARNS_EVERY, plansEvery: PLANS_EVERY };
  return Array.from({ length: runs }, (_, run) => {
    const embassy = new Embassy(
      scenario,
      people.map((person) => heardLater(person, new Chance(run, `moments of ${person.id}`))),
    );
    embassy.policy = new CallForward(embassy, 0, habits);
    embassy.run(1);
    return measuredLive(embassy);
  });
}

/** The figures of a day, as a clock of this resolution can tell them: a crowd of less than a minute is none. */
export const measuredLive = (embassy: Embassy): Metrics => ({
  ...measure(embassy),
  hallMax: embassy.hallLevel.mostFor(RESOLUTION),
  zoneMax: embassy.zoneLevel.mostFor(RESOLUTION),
});

function heardLater(person: Person, chance: Chance): Person {
  const late = chance.uniform();
  return {
    ...person,
    gateAt: person.gateAt + chance.between(0, 2 * RESOLUTION),
    service: person.service + chance.between(0, AT_COUNTER),
    visit: (n) => {
      const visit = person.visit(n);
      return { ...visit, travelFactor: visit.travelFactor + (late * RESOLUTION) / person.travel };
    },
  };
}
