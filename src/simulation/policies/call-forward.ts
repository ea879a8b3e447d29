import type { RoomParameters } from '../../appointments/call-plan/call-parameters.js';
import { expectedStart } from '../../appointments/call-plan/expected-start.js';
import { nextTicket } from '../../appointments/call-plan/next-ticket.js';
import { type Call, planCalls } from '../../appointments/call-plan/plan-calls.js';
import { returnTime } from '../../appointments/call-plan/return-time.js';
import type { Embassy, InHall, Policy, Served } from '../embassy.js';
import type { Person, Visit } from '../person.js';
import { CLOSES, MINUTES_A_DAY } from '../scenario.js';
import { CASE_TYPE, LineOfCases } from './line-of-cases.js';

const PLANS_FROM = 5 * 60;

/** What a service does in its own way. Minutes. */
export interface Habits {
  learnsEvery: number;
  /** How often people are called from afar. */
  plansEvery: number;
  /** Where the hall's order is another than the plan's. */
  inHall: Partial<RoomParameters>;
}

const USUAL: Habits = { learnsEvery: 30, plansEvery: 1, inHall: {} };

/** Our policy: drives the functions that the live service drives, with nothing but what a post can know. */
export class CallForward implements Policy {
  readonly servesAfterClosing = true;
  private readonly line: LineOfCases;
  private planIsSet = false;

  constructor(
    private readonly embassy: Embassy,
    private readonly replies: number,
    private readonly habits: Habits = USUAL,
  ) {
    this.line = new LineOfCases(embassy);
    this.every(habits.learnsEvery, 0, () => this.line.learn());
    this.every(habits.plansEvery, 0, (minute) => {
      if (minute > PLANS_FROM && minute < CLOSES) this.plan(true);
    });
  }

  appear(person: Person): void {
    this.waitForCall(this.line.register(person));
  }

  next(hall: readonly InHall[]): number {
    const { parameters: learned } = this.line;
    const parameters = { ...learned, rooms: { ...learned.rooms, ...this.habits.inHall } };
    const id = nextTicket({ hall: [...this.line.hall.values()], parameters });
    return hall.findIndex(({ person }) => String(person.id) === id);
  }

  sentAway(person: Person): void {
    const id = String(person.id);
    this.line.hall.delete(id);
    this.waitForCall(id);
  }

  began(person: Person): void {
    this.line.hall.delete(String(person.id));
  }

  served({ person, from, to }: Served): void {
    const { announced, announcedLast, dueAt, told } = this.line.cases.get(String(person.id))!;
    const { observed } = this.line;
    observed.services.push({ minutes: to - from, caseType: CASE_TYPE });
    if (announced === null || announcedLast === null) return;
    observed.startsLate.push(from - dueAt);
    if (told) {
      this.embassy.seatedErrors.push(Math.abs(told.at - from));
      this.embassy.rangesKept.push(from >= told.low && from <= told.high ? 1 : 0);
    }
    this.embassy.firstCallErrors.push(Math.abs(announced - from));
    this.embassy.callErrors.push(Math.abs(announcedLast - from));
  }

  /** Plans once for all that happens at one moment. */
  changed(): void {
    if (this.planIsSet) return;
    this.planIsSet = true;
    this.embassy.agenda.set(this.embassy.now, () => {
      this.planIsSet = false;
      this.plan(false);
    });
  }

  private every(minutes: number, at: number, act: (minute: number) => void): void {
    this.embassy.agenda.set(at, () => {
      act(at % MINUTES_A_DAY);
      this.every(minutes, at + minutes, act);
    });
  }

  private plan(fromAfar: boolean): void {
    if (this.line.zone.size === 0 && !(fromAfar && this.line.toBeCalled.size > 0)) return;
    for (const call of planCalls(this.line.state(fromAfar)).calls) {
      if (call.to === 'hall') this.comeIn(call);
      else this.setOut(call, 'message');
    }
  }

  private waitForCall(personId: string): void {
    this.line.standInLine(personId);
    if (this.line.cases.get(personId)!.person.hasPhone) return;
    const dueAt = returnTime(this.line.state(true), personId);
    if (dueAt === undefined) throw new Error('The post does not open again.');
    this.setOut({ personId, to: 'zone', at: this.embassy.now, dueAt, expectedAt: dueAt }, 'paper');
  }

  /** The person is called, or given a time: comes to the zone, or does not come and registers again. */
  private setOut({ personId, dueAt, expectedAt }: Call, by: 'message' | 'paper'): void {
    const { agenda, now } = this.embassy;
    const { band, caseType, travel } = this.line.toBeCalled.get(personId)!;
    const known = this.line.cases.get(personId)!;
    this.line.toBeCalled.delete(personId);
    const visit = known.person.visit(known.visits++);
    Object.assign(known, { dueAt, announced: by === 'message' ? expectedAt : null });
    const called = {
      personId,
      band,
      caseType,
      dueAt,
      to: 'zone',
      calledAt: now,
      travel,
      by,
      reply: null,
    } as const;
    this.line.underWay.set(personId, called);
    if (!visit.comes) this.stayAway(personId, by === 'paper' ? dueAt : now, visit);
    else agenda.set(arrival(visit, by, now, dueAt, travel), () => this.arrive(personId));
    if (visit.comes && by === 'message' && visit.answers < this.replies)
      this.line.underWay.set(personId, { ...called, reply: 'on-my-way' });
  }

  private stayAway(personId: string, from: number, { againAfter, missedAfter = againAfter }: Visit): void {
    const { agenda } = this.embassy;
    agenda.set(from + missedAfter, () => {
      this.line.underWay.delete(personId);
      this.line.observed.calls.push({ came: false });
    });
    agenda.set(from + againAfter, () => this.waitForCall(personId));
  }

  private arrive(personId: string): void {
    const { now, zoneLevel } = this.embassy;
    const { observed, underWay, zone } = this.line;
    const { band, caseType, dueAt, by, calledAt, travel } = underWay.get(personId)!;
    underWay.delete(personId);
    observed.calls.push({ came: true });
    if (by === 'message') observed.travels.push({ estimate: travel, minutes: now - calledAt });
    if (now % MINUTES_A_DAY >= CLOSES) {
      this.embassy.sentAway += 1;
      this.waitForCall(personId);
      return;
    }
    zone.set(personId, { personId, band, caseType, dueAt, since: now });
    zoneLevel.change(now, 1);
    this.line.cases.get(personId)!.told = expectedStart(this.line.state(false), personId) ?? null;
    this.changed();
  }

  /** From the zone into the hall. */
  private comeIn({ personId, expectedAt }: Call): void {
    const { agenda, now, zoneLevel, zoneStays } = this.embassy;
    const { cases, hall, parameters, underWay, zone } = this.line;
    const { band, caseType, dueAt, since } = zone.get(personId)!;
    zone.delete(personId);
    zoneLevel.change(now, -1);
    zoneStays.push(now - since);
    const known = cases.get(personId)!;
    known.announcedLast = expectedAt;
    const crossing = { personId, band, caseType, dueAt, to: 'hall', calledAt: now, travel: 0 } as const;
    underWay.set(personId, { ...crossing, by: 'zone', reply: null });
    const walk = parameters.rooms.zoneWalk * known.person.visit(known.visits - 1).walkFactor;
    agenda.set(now + walk, () => {
      underWay.delete(personId);
      hall.set(personId, { personId, band, caseType, dueAt, since: this.embassy.now });
      this.embassy.enterHall(known.person);
      this.changed();
    });
  }
}

function arrival(visit: Visit, by: 'message' | 'paper', now: number, dueAt: number, travel: number): number {
  return by === 'paper' ? dueAt + visit.fromAppointment : now + travel * visit.travelFactor;
}
