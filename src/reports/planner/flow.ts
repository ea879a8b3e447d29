/** People in each course (a row) on each day (a column). */
export type Courses = Float64Array;

export interface Passed {
  /** Who got through, by day. */
  out: Courses;
  /** Who is left at the end of the day. */
  left: Courses;
}

/**
 * Lets people through one stage: on each day as many as it has room for, of those left from before and those who came.
 * Nobody is lost: what was there and what came is out or left.
 * @param waiting people there at the beginning. @param room null where nothing limits it
 */
export function pass(days: number, waiting: number, inflow: Courses, room: Courses | null): Passed {
  const out = new Float64Array(inflow.length);
  const left = new Float64Array(inflow.length);
  for (let from = 0; from < inflow.length; from += days) {
    let there = waiting;
    for (let at = from; at < from + days; at++) {
      there += inflow[at]!;
      const through = room === null ? there : Math.min(there, room[at]!);
      there -= through;
      out[at] = through;
      left[at] = there;
    }
  }
  return { out, left };
}

/**
 * Of those alone who had come before each day, what the day does: whoever comes on it stands behind them in every line. Each
 * day begins with the line that the day before left.
 * @param inflow those of them who come from the stage before. @param left of everybody, as {@link pass} has it
 */
export function passEarlier(
  days: number,
  waiting: number,
  inflow: Courses,
  left: Courses,
  room: Courses | null,
): Passed {
  const earlier = { out: new Float64Array(left.length), left: new Float64Array(left.length) };
  for (let at = 0; at < left.length; at++) {
    const there = (at % days === 0 ? waiting : left[at - 1]!) + inflow[at]!;
    const through = room === null ? there : Math.min(there, room[at]!);
    earlier.out[at] = through;
    earlier.left[at] = there - through;
  }
  return earlier;
}

/** So much of one, and of another where there is one. */
export function mixed(one: Courses, share: number, other?: Courses): Courses {
  const sum = new Float64Array(one.length);
  for (let at = 0; at < sum.length; at++) sum[at] = one[at]! * share + (other ? other[at]! : 0);
  return sum;
}

/** The first days of every course. */
export function firstDays(courses: Courses, days: number, kept: number): Courses {
  const first = new Float64Array((courses.length / days) * kept);
  for (let from = 0, to = 0; from < courses.length; from += days, to += kept)
    first.set(courses.subarray(from, from + kept), to);
  return first;
}
