import { setTimeout as sleep } from 'node:timers/promises';
import { assessBand } from '../triage/assessment-rule.js';
import { BAND_RANK } from '../triage/band.js';
import type { Api } from '../rehearsal/api.js';
import type { MadeUpPerson } from '../rehearsal/made-up-people.js';

interface Appointment {
  startsAt: string;
  calledForwardAt: string | null;
}

/** Somebody at home who waits to be called. */
interface Waiting {
  rank: number;
  startsAt: string;
  own: Api;
  come: () => void;
}

/** People called to the hall at once, for each counter: enough that no counter waits, few enough for the benches. */
const PER_COUNTER = 3;
const AT_MOST = 40;
const LOOK_EVERY_MS = 250;
/** A job books within a second or two; in a surge it takes longer, and asking more often would only slow it down. */
const BOOKED_MS = { first: 2000, longest: 8000 };

/**
 * Keeps the hall short: nobody comes before they are called. The supervisor calls people forward as the hall empties;
 * people at home look at their own appointment, those first in line first.
 */
export class Hall {
  private waiting: Waiting[] = [];
  private inside = 0;
  private closed = false;

  constructor(
    private readonly supervisor: Api,
    private readonly counters: number,
  ) {}

  /** Waits until the person has an appointment. */
  async booked(own: Api): Promise<Appointment> {
    for (let pause = BOOKED_MS.first; ; pause = Math.min(pause * 2, BOOKED_MS.longest)) {
      const { status, body } = await own.get<Appointment>('own appointment', '/v1/appointments/own', {
        also: [404],
      });
      if (status === 200) return body;
      await sleep(pause);
    }
  }

  /** Waits until the person is told to come. They count as being in the hall until {@link left}. */
  async called(person: MadeUpPerson, own: Api): Promise<void> {
    const { startsAt } = await this.booked(own);
    const { needs, birthDate } = person.report;
    const birthYear = birthDate.year ?? null;
    const { band } = assessBand({ needs, birthYear, thisYear: new Date().getFullYear() });
    await new Promise<void>((come) => this.waiting.push({ rank: BAND_RANK[band], startsAt, own, come }));
    this.inside += 1;
  }

  left(): void {
    this.inside -= 1;
  }

  /** Calls people until {@link close}. */
  async run(): Promise<void> {
    while (!this.closed) {
      const room = Math.min(this.counters * PER_COUNTER - this.inside, this.waiting.length, AT_MOST);
      if (room > 0) {
        await this.supervisor.post('call forward', '/v1/appointments/call-forward', {
          body: { people: room },
        });
        await this.look(room);
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  close(): void {
    this.closed = true;
  }

  private async look(room: number): Promise<void> {
    this.waiting.sort((a, b) => a.rank - b.rank || a.startsAt.localeCompare(b.startsAt));
    const first = this.waiting.slice(0, room + 2);
    const appointments = await Promise.all(first.map(({ own }) => this.booked(own)));
    const coming = new Set(first.filter((_, i) => mayCome(appointments[i]!)));
    this.waiting = this.waiting.filter((one) => !coming.has(one));
    for (const { come } of coming) come();
  }
}

/** Told to come now, or the time of the appointment has come. */
const mayCome = ({ startsAt, calledForwardAt }: Appointment): boolean =>
  calledForwardAt !== null || new Date(startsAt) <= new Date();
