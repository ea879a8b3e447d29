import type { Embassy, InHall, Policy } from '../embassy.js';
import type { Person } from '../person.js';
import { MINUTES_A_DAY } from '../scenario.js';

/**
 * What happened: everybody stands at the gate, served in the order of arrival. At closing the door shuts for all who
 * wait; they stand there again next morning.
 */
export class FirstCome implements Policy {
  readonly servesAfterClosing = false;
  private readonly visits = new Map<number, number>();

  constructor(private readonly embassy: Embassy) {}

  appear(person: Person): void {
    this.embassy.enterHall(person);
  }

  next(_hall: readonly InHall[]): number {
    return 0;
  }

  sentAway(person: Person): void {
    const { agenda, now } = this.embassy;
    const visit = this.visits.get(person.id) ?? 0;
    this.visits.set(person.id, visit + 1);
    const tomorrow = (Math.floor(now / MINUTES_A_DAY) + 1) * MINUTES_A_DAY;
    agenda.set(tomorrow + person.visit(visit).morning, () => this.embassy.enterHall(person));
  }
}
