import type { Embassy, InHall, Policy } from '../embassy.js';
import type { Person } from '../person.js';
import { CLOSES, MINUTES_A_DAY, OPENS, type Scenario } from '../scenario.js';

export interface TimeTable {
  /** Minutes after opening of each of a day's seats, in order. */
  seats(scenario: Scenario): number[];
  vulnerableFirst: boolean;
}

const OPEN = CLOSES - OPENS;

/** A block of half the day's seats at opening and another after four hours. */
export const BLOCKS: TimeTable = {
  seats: ({ counters, serviceMean }) =>
    seatsADay(counters, serviceMean).map((_, index, { length }) => (index < length / 2 ? 0 : OPEN / 2)),
  vulnerableFirst: false,
};

/** Every counter has its own seat each mean service time. */
export const SLOTS: TimeTable = {
  seats: ({ counters, serviceMean }) =>
    seatsADay(counters, serviceMean).map((seat) => Math.floor(seat / counters) * serviceMean),
  vulnerableFirst: false,
};

/** Bailey and Welch 1952: two for each counter at opening, then one each mean service time. */
export const BAILEY_WELCH: TimeTable = {
  seats: (scenario) => [...Array.from({ length: scenario.counters }, () => 0), ...SLOTS.seats(scenario)],
  vulnerableFirst: false,
};

/** One after the other, some more than the day holds because some will not come, the vulnerable first in the hall. */
export const STAGGERED: TimeTable = {
  seats: ({ counters, serviceMean }) => {
    const spacing = serviceMean / counters / 1.05;
    return Array.from({ length: Math.floor(OPEN / spacing) }, (_, seat) => seat * spacing);
  },
  vulnerableFirst: true,
};

const seatsADay = (counters: number, mean: number): number[] =>
  Array.from({ length: Math.floor((OPEN / mean) * counters) }, (_, seat) => seat);

/** People who register are given the next free seat of a time table; walk-ins wait among them in the hall. */
export class Appointments implements Policy {
  readonly servesAfterClosing = true;
  private readonly seats: number[];
  private nextSeat = 0;
  private readonly visits = new Map<number, number>();

  constructor(
    private readonly embassy: Embassy,
    private readonly table: TimeTable,
  ) {
    this.seats = table.seats(embassy.scenario);
  }

  appear(person: Person): void {
    if (person.walkIn) this.embassy.enterHall(person);
    else this.book(person);
  }

  next(hall: readonly InHall[]): number {
    return this.table.vulnerableFirst
      ? Math.max(
          0,
          hall.findIndex(({ person }) => person.vulnerable),
        )
      : 0;
  }

  sentAway(person: Person): void {
    const tomorrow = (Math.floor(this.embassy.now / MINUTES_A_DAY) + 1) * MINUTES_A_DAY;
    if (!person.walkIn) this.book(person);
    else this.embassy.agenda.set(tomorrow + this.visit(person).morning, () => this.embassy.enterHall(person));
  }

  private book(person: Person): void {
    const { agenda, now } = this.embassy;
    while (this.timeOf(this.nextSeat) < now + person.travel) this.nextSeat += 1;
    const at = this.timeOf(this.nextSeat++);
    const visit = this.visit(person);
    if (visit.comes) agenda.set(at + visit.fromAppointment, () => this.embassy.enterHall(person));
    else agenda.set(at + visit.againAfter, () => this.book(person));
  }

  private timeOf(seat: number): number {
    const { length } = this.seats;
    return Math.floor(seat / length) * MINUTES_A_DAY + OPENS + this.seats[seat % length]!;
  }

  private visit(person: Person) {
    const visit = this.visits.get(person.id) ?? 0;
    this.visits.set(person.id, visit + 1);
    return person.visit(visit);
  }
}
