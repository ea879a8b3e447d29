/** What was learned (see {@link learn}) and how the post wants its rooms. Durations in minutes. */
export interface CallParameters {
  service: {
    mean: number;
    /** Coefficient of variation: standard deviation over mean. */
    cv: number;
    /** Means of case types, and of officers relative to the overall mean (1 is as fast as all). */
    byCaseType: Readonly<Record<string, number>>;
    byOfficer: Readonly<Record<string, number>>;
  };
  /** Chance that a called person comes. */
  showUp: number;
  /** Real travel time over the estimate: its mean and its coefficient of variation. */
  travel: { factor: number; cv: number };
  /** Arrival of people who were told a time, from that time. */
  appointment: { mean: number; deviation: number };
  /** How much later than due people begin, in the mean: told to them with the time. */
  startsLate: number;
  rooms: RoomParameters;
}

export interface RoomParameters {
  /** From the zone into the hall. */
  zoneWalk: number;
  /** Seats of the zone. */
  zoneSeats: number;
  /** People in the hall beyond those whom the counters will take within `zoneWalk`. */
  hallSpare: number;
  /** The same in the minutes before opening, when everyone is there and no counter becomes free for a while. */
  hallSpareAtOpening: number;
  /** Never more in the hall than this, except that every open counter may have one waiting at opening. */
  hallSeats: number;
  /** The same where the zone has no seat left: nobody stands there. */
  hallSeatsMost: number;
  /** So long before opening the hall takes people in; earlier only where the zone is full. */
  hallFrom: number;
  /** People expected in zone and hall together at any time: more are not called, though a counter may wait. */
  presentMost: number;
  /** People due at any time beyond what the counters take by then. */
  stock: number;
  /** The same at opening, fading over the first `openingFade` minutes. */
  stockAtOpening: number;
  openingFade: number;
  /**
   * The same `closingAt` minutes before closing and from then on, approached over `closingFade` minutes, because the
   * last must come early enough; but never more than the counters still take until closing, and `closingSpare`.
   */
  stockAtClosing: number;
  closingAt: number;
  closingFade: number;
  closingSpare: number;
  /** `presentMost` in those minutes. */
  presentAtClosing: number;
  /** A person should be there this long before they are due, and by as many standard deviations of their travel. */
  early: number;
  earlyDeviations: number;
  /** Nobody is called who could still be under way so long before closing, this many (logarithmic) deviations late. */
  closingDeviations: number;
  closingMargin: number;
  /** Minutes by which `high` goes before `standard`; the database's `place_in_hall` has the same, see queue-order.ts. */
  highAhead: number;
  /** The same among those in the zone, who sit and have been told a time. */
  highAheadInZone: number;
}

/** Before anything was learned: what a post assumes. */
export const ASSUMED: CallParameters = {
  service: { mean: 12, cv: 0.6, byCaseType: {}, byOfficer: {} },
  showUp: 0.85,
  travel: { factor: 1, cv: 0.25 },
  appointment: { mean: -10, deviation: 12 },
  startsLate: 0,
  rooms: {
    zoneWalk: 2,
    zoneSeats: 15,
    hallSpare: 1.8,
    hallSpareAtOpening: 0.6,
    hallSeats: 9,
    hallSeatsMost: 19,
    hallFrom: 6,
    presentMost: 12,
    stock: 3,
    stockAtOpening: 2,
    openingFade: 20,
    stockAtClosing: 12,
    closingAt: 20,
    closingFade: 40,
    closingSpare: 1.5,
    presentAtClosing: 16,
    early: 5,
    earlyDeviations: 1,
    closingDeviations: 3.5,
    closingMargin: 8,
    highAhead: 25,
    highAheadInZone: 4,
  },
};
