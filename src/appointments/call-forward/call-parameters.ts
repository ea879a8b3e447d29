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
  /** People due at any time beyond what the counters take by then. */
  stock: number;
  /** The same at opening, fading over the first `openingFade` minutes. */
  stockAtOpening: number;
  openingFade: number;
  /** The same at closing, approached over the last `closingFade` minutes. */
  stockAtClosing: number;
  closingFade: number;
  /** A person should be there this long before they are due, and by as many standard deviations of their travel. */
  early: number;
  earlyDeviations: number;
  /** Nobody is called whose travel might end after closing: this many standard deviations must fit. */
  closingDeviations: number;
  /** Minutes by which `high` goes before `standard`. */
  highAhead: number;
}

/** Before anything was learned: what a post assumes. */
export const ASSUMED: CallParameters = {
  service: { mean: 12, cv: 0.6, byCaseType: {}, byOfficer: {} },
  showUp: 0.85,
  travel: { factor: 1, cv: 0.25 },
  appointment: { mean: -10, deviation: 12 },
  rooms: {
    zoneWalk: 2,
    zoneSeats: 15,
    hallSpare: 2.2,
    hallSpareAtOpening: 0.6,
    hallSeats: 9,
    stock: 3,
    stockAtOpening: 4,
    openingFade: 20,
    stockAtClosing: -0.5,
    closingFade: 40,
    early: 5,
    earlyDeviations: 0.7,
    closingDeviations: 2.3,
    highAhead: 20,
  },
};
