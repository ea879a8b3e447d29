import type { ExpectedStart } from '../../appointments/call-plan/start-range.js';
import type { CallState, Present, ToBeCalled, UnderWay } from '../../appointments/call-plan/call-state.js';
import { ASSUMED, type CallParameters } from '../../appointments/call-plan/call-parameters.js';
import { learn, type Observations } from '../../appointments/call-plan/learn.js';
import type { Embassy } from '../embassy.js';
import type { Person } from '../person.js';
import { CLOSES, MINUTES_A_DAY, OPENS } from '../scenario.js';

/** The scenario knows one kind of case. */
export const CASE_TYPE = 'travel-document';
const DAYS_AHEAD = 12;

export interface Case {
  person: Person;
  /** Calls so far. */
  visits: number;
  inLineSince: number;
  dueAt: number;
  /** What they were told when they set out, and when they were called from the zone; null for times on paper. */
  announced: number | null;
  announcedLast: number | null;
  /** What they were told when they sat down in the zone. */
  told: ExpectedStart | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** What a real post would have on record, and nothing else: the input of the call plan. */
export class LineOfCases {
  readonly cases = new Map<string, Case>();
  readonly hall = new Map<string, Present>();
  readonly zone = new Map<string, Present>();
  readonly underWay = new Map<string, UnderWay>();
  readonly toBeCalled = new Map<string, ToBeCalled>();
  readonly observed: Mutable<Observations> = { services: [], calls: [], travels: [], startsLate: [] };
  /** What the post assumes before it has seen anything. */
  assumed: CallParameters = ASSUMED;
  parameters: CallParameters = this.assumed;

  constructor(private readonly embassy: Embassy) {}

  learn(): void {
    this.parameters = learn(this.observed, this.assumed);
  }

  register(person: Person): string {
    const id = String(person.id);
    const inLineSince = this.embassy.now;
    this.cases.set(id, {
      person,
      visits: 0,
      inLineSince,
      dueAt: 0,
      announced: null,
      announcedLast: null,
      told: null,
    });
    return id;
  }

  /** Puts somebody in line, or back at their place. */
  standInLine(id: string): void {
    const { person, inLineSince } = this.cases.get(id)!;
    this.toBeCalled.set(id, {
      personId: id,
      band: person.vulnerable ? 'high' : 'standard',
      caseType: CASE_TYPE,
      travel: person.travel,
      inLineSince,
      hasPhone: person.hasPhone,
    });
  }

  /** @param withLine without, nobody new can be called: enough when somebody came or a counter became free */
  state(withLine: boolean): CallState {
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
        serving: serving && { since: serving.since, caseType: CASE_TYPE },
      })),
      hall: [...this.hall.values()],
      zone: [...this.zone.values()],
      underWay: [...this.underWay.values()],
      toBeCalled: withLine ? [...this.toBeCalled.values()] : [],
      parameters: this.parameters,
    };
  }
}
