import type {
  CallState,
  Present,
  ToBeCalled,
  UnderWay,
} from '../../appointments/call-forward/call-forward-state.js';
import { ASSUMED, type CallParameters } from '../../appointments/call-forward/call-parameters.js';
import { learn, type Observations } from '../../appointments/call-forward/learn.js';
import { nextTicket } from '../../appointments/call-forward/next-ticket.js';
import { type Call, planCalls } from '../../appointments/call-forward/plan-calls.js';
import { returnTime } from '../../appointments/call-forward/return-time.js';
import type { Counter, Embassy, InHall, Policy, Served } from '../embassy.js';
import type { Person } from '../person.js';
import { CLOSES, MINUTES_A_DAY, OPENS } from '../scenario.js';

const CASE = 'travel-document';
const DAYS_AHEAD = 12;
const LEARNS_EVERY = 30;

interface Case {
  person: Person;
  visits: number;
  inLineSince: number;
  dueAt: number;
  announced: number | null;
  announcedLast: number | null;
  calledAt: number;
}

/** Our policy: drives the functions that the live service drives, with nothing but what a post can know. */
export class CallForward implements Policy {
  readonly servesAfterClosing = true;
  private readonly cases = new Map<string, Case>();
  private readonly hall = new Map<string, Present>();
  private readonly zone = new Map<string, Present>();
  private readonly underWay = new Map<string, UnderWay>();
  private readonly toBeCalled = new Map<string, ToBeCalled>();
  private readonly observed = { services: [], calls: [], travels: [], startsLate: [] } as {
    services: { minutes: number; caseType: string }[];
    calls: { came: boolean }[];
    travels: { estimate: number; minutes: number }[];
    startsLate: number[];
  } satisfies Observations;
  private parameters: CallParameters;
  private planSet = false;

  constructor(
    private readonly embassy: Embassy,
    private readonly replies: number,
    private readonly assumed: CallParameters = ASSUMED,
  ) {
    this.parameters = assumed;
    const { agenda } = embassy;
    const tick = (at: number) =>
      agenda.set(at, () => {
        const minute = Math.round(at) % MINUTES_A_DAY;
        if (minute % LEARNS_EVERY === 0) this.parameters = learn(this.observed, this.assumed);
        if (minute > 5 * 60 && minute < CLOSES) this.plan(true);
        tick(at + 1);
      });
    tick(0);
  }

  appear(person: Person): void {
    const { now } = this.embassy;
    const id = String(person.id);
    this.cases.set(id, {
      person,
      visits: 0,
      inLineSince: now,
      dueAt: 0,
      announced: null,
      announcedLast: null,
      calledAt: 0,
    });
    this.line(id);
  }

  private line(id: string): void {
    const { person, inLineSince } = this.cases.get(id)!;
    this.toBeCalled.set(id, {
      personId: id,
      band: person.vulnerable ? 'high' : 'standard',
      caseType: CASE,
      travel: person.travel,
      registeredAt: person.gateAt,
      inLineSince,
      hasPhone: person.hasPhone,
    });
    if (!person.hasPhone) this.giveTime(id);
  }

  private giveTime(id: string): void {
    const { now } = this.embassy;
    const at = returnTime(this.state(), id);
    if (at === undefined) throw new Error('The post does not open again.');
    this.setOut({ personId: id, to: 'zone', at: now, dueAt: at, expectedAt: at }, 'paper');
  }

  next(hall: readonly InHall[]): number {
    const id = nextTicket({ hall: [...this.hall.values()], parameters: this.parameters });
    return hall.findIndex(({ person }) => String(person.id) === id);
  }

  sentAway(person: Person): void {
    const id = String(person.id);
    this.hall.delete(id);
    this.line(id);
  }

  served({ person, from, to }: Served, _counter: Counter): void {
    const id = String(person.id);
    const { announced, announcedLast, dueAt } = this.cases.get(id)!;
    this.observed.services.push({ minutes: to - from, caseType: CASE });
    if (announced !== null) this.observed.startsLate.push(from - dueAt);
    if (announced !== null) this.embassy.callErrors.push(Math.abs(announced - from));
    if (announcedLast !== null) this.embassy.lastCallErrors.push(Math.abs(announcedLast - from));
  }

  began(person: Person): void {
    this.hall.delete(String(person.id));
  }

  changed(): void {
    if (this.planSet) return;
    this.planSet = true;
    this.embassy.agenda.set(this.embassy.now, () => {
      this.planSet = false;
      this.plan(false);
    });
  }

  private plan(callsFromAfar: boolean): void {
    if (this.zone.size === 0 && (!callsFromAfar || this.toBeCalled.size === 0)) return;
    for (const call of planCalls(this.state(callsFromAfar)).calls) {
      if (call.to === 'hall') this.cross(call);
      else this.setOut(call, 'message');
    }
  }

  private state(withLine = true): CallState {
    const { now, counters } = this.embassy;
    const today = Math.floor(now / MINUTES_A_DAY);
    return {
      now,
      hours: Array.from({ length: DAYS_AHEAD }, (_, day) => ({
        opensAt: (today + day) * MINUTES_A_DAY + OPENS,
        closesAt: (today + day) * MINUTES_A_DAY + CLOSES,
      })),
      counters: counters.map(({ id, open, serving }) => ({
        counterId: String(id),
        state: open ? 'open' : 'paused',
        serving: serving && { since: serving.since, caseType: CASE },
      })),
      hall: [...this.hall.values()],
      zone: [...this.zone.values()],
      underWay: [...this.underWay.values()],
      toBeCalled: withLine ? [...this.toBeCalled.values()] : [],
      parameters: this.parameters,
    };
  }

  /** The person is called, or has been told a time: comes to the zone, or does not come and registers again. */
  private setOut({ personId, dueAt, expectedAt }: Call, by: 'message' | 'paper'): void {
    const { agenda, now } = this.embassy;
    const known = this.cases.get(personId)!;
    const { person } = known;
    const line = this.toBeCalled.get(personId)!;
    this.toBeCalled.delete(personId);
    const visit = person.visit(known.visits++);
    Object.assign(known, { dueAt, calledAt: now, announced: by === 'message' ? expectedAt : null });
    const { band, caseType } = line;
    const called: UnderWay = {
      personId,
      band,
      caseType,
      dueAt,
      to: 'zone',
      calledAt: now,
      travel: person.travel,
      by,
      reply: null,
    };
    this.underWay.set(personId, called);
    if (!visit.comes) {
      agenda.set((by === 'paper' ? dueAt : now) + visit.againAfter, () => this.registersAgain(personId));
      return;
    }
    if (by === 'message' && visit.answers < this.replies)
      agenda.set(
        now + 1,
        () => this.underWay.has(personId) && this.underWay.set(personId, { ...called, reply: 'on-my-way' }),
      );
    const arrival = by === 'paper' ? dueAt + visit.fromAppointment : now + person.travel * visit.travelFactor;
    agenda.set(arrival, () => this.arrive(personId));
  }

  private registersAgain(personId: string): void {
    this.underWay.delete(personId);
    this.observed.calls.push({ came: false });
    this.line(personId);
  }

  private arrive(personId: string): void {
    const { now, zoneLevel } = this.embassy;
    const { band, caseType, dueAt, by, calledAt, travel } = this.underWay.get(personId)!;
    this.underWay.delete(personId);
    this.observed.calls.push({ came: true });
    if (by === 'message') this.observed.travels.push({ estimate: travel, minutes: now - calledAt });
    if (now % MINUTES_A_DAY >= CLOSES) {
      this.embassy.sentAway += 1;
      this.line(personId);
      return;
    }
    this.zone.set(personId, { personId, band, caseType, dueAt, since: now });
    zoneLevel.change(now, 1);
    this.changed();
  }

  private cross({ personId, expectedAt }: Call): void {
    const { agenda, now, zoneLevel, zoneStays } = this.embassy;
    const present = this.zone.get(personId)!;
    this.zone.delete(personId);
    zoneLevel.change(now, -1);
    zoneStays.push(now - present.since);
    const { band, caseType, dueAt } = present;
    this.cases.get(personId)!.announcedLast = expectedAt;
    this.underWay.set(personId, {
      personId,
      band,
      caseType,
      dueAt,
      to: 'hall',
      calledAt: now,
      travel: 0,
      by: 'zone',
      reply: null,
    });
    const { person, visits } = this.cases.get(personId)!;
    const walk = this.parameters.rooms.zoneWalk * person.visit(visits - 1).walkFactor;
    agenda.set(now + walk, () => {
      this.underWay.delete(personId);
      this.hall.set(personId, { personId, band, caseType, dueAt, since: this.embassy.now });
      this.embassy.enterHall(person);
      this.changed();
    });
  }
}
