/** A stage as a queue with several places: people a minute, minutes each, both with squared coefficients of variation. */
export interface Queue {
  perMinute: number;
  minutes: number;
  staff: number;
  arrivalVariation: number;
  serviceVariation: number;
}

/** Work that comes in a minute for each of the staff: from 1 on the line grows. */
export const loadOf = ({ perMinute, minutes, staff }: Queue): number =>
  staff > 0 ? (perMinute * minutes) / staff : Infinity;

/**
 * Mean minutes in the line, of those that the place is open, once it is steady (Allen, Cunneen; with one place Kingman).
 * Null where it never becomes steady.
 */
export function meanWait(queue: Queue): number | null {
  const load = loadOf(queue);
  if (load >= 1) return null;
  if (load === 0) return 0;
  const variation = (queue.arrivalVariation + queue.serviceVariation) / 2;
  return (erlangC(queue.staff, load * queue.staff) * queue.minutes * variation) / (queue.staff * (1 - load));
}

/** The chance that somebody has to wait at all, by the recursion of Erlang's B. @param work offered, below `places` */
export function erlangC(places: number, work: number): number {
  let blocked = 1;
  for (let place = 1; place <= places; place++) blocked = (work * blocked) / (place + work * blocked);
  return blocked / (1 - (work / places) * (1 - blocked));
}
