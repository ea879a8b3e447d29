import { drawPeople, type Person } from '../person.js';
import { EQ_1440, type Scenario } from '../scenario.js';

/** What the post believes of everybody's way, in minutes: the service knows one figure for all. */
export const WAY = 20;
/** Minutes that are waited beyond the way, twice; then the person is called again after two hours. */
export const GRACE = 10;
const CALLED_AGAIN = 120;
/** Minutes after a call when the service stops waiting. */
const MISSED = 1.5 * WAY + 2 * GRACE;

/** Everybody registers by this minute, so that whoever does not come can still be called again on the same day. */
const REGISTERED_BY = 10 * 60;
/** Into so many minutes of the morning. */
const THE_OTHERS = 60;
/** Minutes of work for each counter. */
const WORK = 280;

/**
 * The reference scenario on one busy day, with what the service cannot know left out: everybody has a telephone, lives
 * equally far away, and whoever does not come is called again when the service does so.
 */
export const liveScenario = (people: number): Scenario => ({
  ...EQ_1440,
  title: `${people} people on one day, also against a running service`,
  demand: [people],
  counters: Math.max(1, Math.round((people * EQ_1440.serviceMean) / WORK)),
  walkIns: 0,
});

/** Everyone of a seed. @param from minute before which nobody can register */
export const livePeople = (scenario: Scenario, seed: number, from: number): Person[] =>
  drawPeople(scenario, seed).map((person) => ({
    ...person,
    gateAt: Math.max(from, byTen(person.gateAt)),
    travel: WAY,
    visit: (n) => ({ ...person.visit(n), missedAfter: MISSED, againAfter: MISSED + CALLED_AGAIN }),
  }));

/** Who would come between ten and four registers in the hour before ten. */
const byTen = (minute: number): number =>
  minute < REGISTERED_BY
    ? minute
    : REGISTERED_BY - THE_OTHERS + (THE_OTHERS * (minute - REGISTERED_BY)) / (6 * 60);
