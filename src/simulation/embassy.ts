import { Agenda } from './agenda.js';
import { Level } from './level.js';
import type { Person } from './person.js';
import { CLOSES, LOST_FROM, LOST_TO, MINUTES_A_DAY, OPENS, OVERTIME, type Scenario } from './scenario.js';

export interface Counter {
  id: number;
  open: boolean;
  serving: { person: Person; since: number } | null;
}

export interface Served {
  person: Person;
  from: number;
  to: number;
}

export interface InHall {
  person: Person;
  since: number;
}

/** What a policy decides: how people come, and who is next. */
export interface Policy {
  /** At the time when the person would come by themselves; registration for those who can do it from afar. */
  appear(person: Person): void;
  /** Of those in the hall, who is next. @returns an index, or -1 where nobody may be called */
  next(hall: readonly InHall[]): number;
  /** The person came and could not be served today. */
  sentAway(person: Person): void;
  /** Whether those in the hall at closing are served for a while, or find the door closed. */
  readonly servesAfterClosing: boolean;
  /** The person sits down at a counter. */
  began?(person: Person): void;
  served?(service: Served, counter: Counter): void;
  changed?(): void;
}

/** A post with its hall and counters, driven by a policy; keeps what the metrics are made of. */
export class Embassy {
  readonly agenda = new Agenda();
  readonly counters: Counter[];
  readonly hall: InHall[] = [];
  readonly hallLevel = new Level();
  readonly zoneLevel = new Level();
  readonly services: Served[] = [];
  readonly zoneStays: number[] = [];
  /** Minutes in the hall before being served, over all visits. */
  readonly waits: number[];
  readonly callErrors: number[] = [];
  readonly firstCallErrors: number[] = [];
  readonly seatedErrors: number[] = [];
  /** 1 where somebody began within the range that they were told, else 0. */
  readonly rangesKept: number[] = [];
  sentAway = 0;
  policy: Policy;

  constructor(
    readonly scenario: Scenario,
    readonly people: readonly Person[],
  ) {
    this.waits = people.map(() => 0);
    this.counters = Array.from({ length: scenario.counters }, (_, id) => ({ id, open: true, serving: null }));
  }

  get now(): number {
    return this.agenda.now;
  }

  /** Lets the days pass until everybody is served, for at most `days`. */
  run(days: number): void {
    for (const person of this.people) this.agenda.set(person.gateAt, () => this.policy.appear(person));
    for (let day = 0; day < days; day++) {
      this.agenda.set(day * MINUTES_A_DAY + OPENS, () => this.callNext());
      this.agenda.set(day * MINUTES_A_DAY + CLOSES, () => this.policy.servesAfterClosing || this.sendAway());
      this.agenda.set(day * MINUTES_A_DAY + CLOSES + OVERTIME, () => this.sendAway());
    }
    if (this.scenario.lost > 0) this.loseCounters();
    this.agenda.run(() => this.services.length < this.people.length && this.now < days * MINUTES_A_DAY);
  }

  /** Whether people are let in at this time of the day. */
  isOpen(at = this.now): boolean {
    const minute = at % MINUTES_A_DAY;
    return minute >= OPENS && minute < CLOSES;
  }

  enterHall(person: Person): void {
    const minute = this.now % MINUTES_A_DAY;
    if (minute >= CLOSES) {
      this.sentAway += 1;
      this.policy.sentAway(person);
      return;
    }
    this.hall.push({ person, since: this.now });
    this.hallLevel.change(this.now, 1);
    this.callNext();
  }

  /** Lets every free counter call. */
  callNext(): void {
    const minute = this.now % MINUTES_A_DAY;
    const mayServe = minute >= OPENS && minute < CLOSES + (this.policy.servesAfterClosing ? OVERTIME : 0);
    for (const counter of this.counters) {
      if (!mayServe || this.hall.length === 0) return;
      if (!counter.open || counter.serving) continue;
      const index = this.policy.next(this.hall);
      if (index < 0) return;
      this.serve(counter, this.leaveHall(index));
    }
  }

  private serve(counter: Counter, person: Person): void {
    const since = this.now;
    counter.serving = { person, since };
    this.policy.began?.(person);
    this.agenda.set(since + person.service, () => {
      counter.serving = null;
      const service = { person, from: since, to: this.now };
      this.services.push(service);
      this.policy.served?.(service, counter);
      this.callNext();
      this.policy.changed?.();
    });
  }

  private leaveHall(index: number): Person {
    const { person, since } = this.hall.splice(index, 1)[0]!;
    this.waits[person.id]! += this.now - since;
    this.hallLevel.change(this.now, -1);
    return person;
  }

  private sendAway(): void {
    while (this.hall.length > 0) {
      const person = this.leaveHall(0);
      this.sentAway += 1;
      this.policy.sentAway(person);
    }
  }

  /** Who is being served there is served to the end. */
  private loseCounters(): void {
    const open = (isOpen: boolean) => () => {
      for (const counter of this.counters.slice(0, this.scenario.lost)) counter.open = isOpen;
      this.callNext();
      this.policy.changed?.();
    };
    this.agenda.set(LOST_FROM, open(false));
    this.agenda.set(LOST_TO, open(true));
  }
}
