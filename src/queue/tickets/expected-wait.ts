/** What an expected wait is told from. */
export interface HallNow {
  /** People who are waiting and come before. */
  ahead: number;
  /** Counters that call people. */
  openCounters: number;
  /** Of those, counters with nobody. */
  idleCounters: number;
  /** Minutes that a counter is taken up by one call, whether the person comes or not. */
  minutesEach: number;
}

export interface ExpectedWait {
  minutes: number;
  /** Eight in ten wait between `from` and `to` minutes. */
  from: number;
  to: number;
}

/** Standard normal quantile of 0.9: the range leaves out one in ten on either side. */
const ONE_IN_TEN = 1.2816;
const STEP = 5;

/**
 * How long somebody waits until called: the queue length estimator (n + 1) m / c, where m is what counters needed of
 * late (a third of the squared error of "as long as the last one waited"). Calls of several counters together come about
 * as irregularly as a Poisson stream, so the (n + 1)th has a standard deviation of sqrt(n + 1) m / c. Rounded outwards to
 * five minutes: nobody can know more.
 * @returns nothing where no counter is open: then nobody can say
 */
export function expectedWait({
  ahead,
  openCounters,
  idleCounters,
  minutesEach,
}: HallNow): ExpectedWait | undefined {
  if (openCounters === 0) return undefined;
  const callsBefore = ahead + 1 - idleCounters;
  if (callsBefore <= 0) return { minutes: 0, from: 0, to: STEP };
  const minutes = (callsBefore * minutesEach) / openCounters;
  const spread = (ONE_IN_TEN * Math.sqrt(callsBefore) * minutesEach) / openCounters;
  return {
    minutes: Math.ceil(minutes),
    from: Math.floor(Math.max(0, minutes - spread) / STEP) * STEP,
    to: Math.ceil((minutes + spread) / STEP) * STEP,
  };
}

/** How many calls the planned minutes weigh, against those seen today. */
const PLANNED_WEIGHT = 10;

/** Minutes a call takes: what was seen today, leaning on the plan while little was seen. */
export const learnedMinutes = (
  planned: number,
  { calls, minutes }: { calls: number; minutes: number },
): number => (PLANNED_WEIGHT * planned + minutes) / (PLANNED_WEIGHT + calls);
