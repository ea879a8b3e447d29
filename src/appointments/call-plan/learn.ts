import { ASSUMED, type CallParameters } from './call-parameters.js';

/** What the post saw. Durations in minutes. */
export interface Observations {
  services: readonly { minutes: number; caseType: string; officerId?: string }[];
  /** Calls whose outcome is known: the person came, or surely does not. */
  calls: readonly { came: boolean }[];
  /** Ways of people who were called: what was estimated and what it took. */
  travels: readonly { estimate: number; minutes: number }[];
  /** How much later than due people who were called by message began; negative where earlier. */
  startsLate: readonly number[];
}

/** As many observations as our assumptions are worth. */
const WORTH = { service: 40, caseType: 15, officer: 25, calls: 60, travels: 40, startsLate: 60 };
/** Longer than this is a counter that somebody forgot to close. */
const LONGEST_SERVICE = 180;

/**
 * Parameters from what was seen, each mean drawn towards the one above it as if that had been seen so many times
 * (empirical Bayes with fixed weights): nothing seen gives `assumed`, a single odd day changes little.
 */
export function learn(observations: Observations, assumed: CallParameters = ASSUMED): CallParameters {
  const services = observations.services.filter(({ minutes }) => minutes > 0 && minutes <= LONGEST_SERVICE);
  const mean = shrunk(
    services.map(({ minutes }) => minutes),
    assumed.service.mean,
    WORTH.service,
  );
  const byCaseType = means(
    services.map(({ caseType, minutes }) => [caseType, minutes]),
    (caseType) => assumed.service.byCaseType[caseType] ?? mean,
    WORTH.caseType,
  );
  const byOfficer = means(
    services.flatMap(({ officerId, caseType, minutes }) =>
      officerId === undefined ? [] : [[officerId, minutes / (byCaseType[caseType] ?? mean)] as const],
    ),
    (officerId) => assumed.service.byOfficer[officerId] ?? 1,
    WORTH.officer,
  );
  const ratios = observations.travels
    .filter(({ estimate, minutes }) => estimate > 0 && minutes > 0)
    .map(({ estimate, minutes }) => minutes / estimate);
  const factor = shrunk(ratios, assumed.travel.factor, WORTH.travels);
  const shown = observations.calls.map(({ came }) => (came ? 1 : 0));
  return {
    ...assumed,
    service: {
      mean,
      cv: variation(
        services.map(({ minutes }) => minutes),
        assumed.service.cv,
        WORTH.service,
      ),
      byCaseType,
      byOfficer,
    },
    startsLate: shrunk(observations.startsLate, assumed.startsLate, WORTH.startsLate),
    showUp: shrunk(shown, assumed.showUp, WORTH.calls),
    travel: { factor, cv: variation(ratios, assumed.travel.cv, WORTH.travels) },
  };
}

function shrunk(values: readonly number[], towards: number, worth: number): number {
  return (values.reduce((sum, value) => sum + value, 0) + towards * worth) / (values.length + worth);
}

/** Coefficient of variation from the logarithms, which one outlier does not move far. */
function variation(values: readonly number[], towards: number, worth: number): number {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const squares = logs.map((log) => (log - mean) ** 2);
  const variance = shrunk(squares, Math.log(1 + towards ** 2), worth);
  return Math.sqrt(Math.exp(variance) - 1);
}

function means(
  seen: readonly (readonly [string, number])[],
  towards: (key: string) => number,
  worth: number,
): Record<string, number> {
  const byKey = Map.groupBy(seen, ([key]) => key);
  return Object.fromEntries(
    [...byKey].map(([key, entries]) => [
      key,
      shrunk(
        entries.map(([, value]) => value),
        towards(key),
        worth,
      ),
    ]),
  );
}
