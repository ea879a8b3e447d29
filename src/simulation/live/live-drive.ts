import { setTimeout as sleep } from 'node:timers/promises';
import type { RegistrationReceipt } from '../../registrations/intake/intake.dto.js';
import type { Api } from '../../rehearsal/api.js';
import type { Crew } from '../../rehearsal/crew.js';
import { madeUpPerson } from '../../rehearsal/made-up-people.js';
import { randomNumbers } from '../../rehearsal/random-numbers.js';
import type { Person, Visit } from '../person.js';
import { CLOSES, OPENS } from '../scenario.js';
import { type CompressedDay, minuteOf, realTimeOf } from './compressed-day.js';
import { Phones } from './phones.js';
import { type Player, walkOf } from './player.js';

interface Ticket {
  id: string;
  registrationId: string;
}

/** So long after closing somebody may still walk in. */
const LAST_ONES = 4;
const LOOK_AGAIN_MINUTES = 0.25;
/** Registrations with names are bigger than this many tries apart. */
const PHONES_FROM = 12_000_000;

/** Plays a day against a running service: people register, set out when told, check in; officers call and serve. */
export class LiveDrive {
  /** By registration. */
  readonly players = new Map<string, Player>();
  readonly errors: string[] = [];
  served = 0;
  private readonly phones: Phones;
  private readonly errands: Promise<void>[] = [];

  constructor(
    private readonly day: CompressedDay,
    private readonly crew: Crew,
    private readonly everyone: Api,
  ) {
    this.phones = new Phones(crew.supervisor);
  }

  get minute(): number {
    return minuteOf(this.day, Date.now());
  }

  async play(people: readonly Person[], seed: number): Promise<void> {
    const random = randomNumbers(seed);
    const phones = this.guarded(() => this.phones.run());
    const arrivals = people.map((person) => {
      const { report } = madeUpPerson(random, person.id);
      const phone = `+855${PHONES_FROM + person.id}`;
      const birthDate = { year: 1980 + (person.id % 20), month: 1 + (person.id % 12), day: 3 };
      const needs = person.vulnerable ? (['pregnant'] as const) : [];
      const changed = { ...report, birthDate, needs, contact: { method: 'sms' as const, phone } };
      return this.guarded(async () => {
        await this.until(person.gateAt);
        await this.register(person, changed);
      });
    });
    await Promise.all([
      ...arrivals,
      ...this.crew.officers.map((officer) => this.guarded(() => this.work(officer))),
    ]);
    this.phones.switchOff();
    await Promise.all([phones, ...this.errands]);
  }

  private async register(person: Person, body: object): Promise<void> {
    const { body: receipt } = await this.everyone.post<RegistrationReceipt>('register', '/v1/registrations', {
      body,
    });
    const player: Player = { person, receipt, calls: 0, toldToComeInAt: Infinity, state: 'home' };
    this.players.set(receipt.id, player);
    this.phones.give(receipt.id, (kind) => this.read(player, kind));
  }

  private read(player: Player, kind: string): void {
    if (kind === 'come-to-zone' && player.state === 'home') {
      const visit = player.person.visit(player.calls++);
      player.state = visit.comes ? 'on-the-way' : 'absent';
      if (visit.comes) this.errands.push(this.guarded(() => this.come(player, visit)));
    } else if (kind === 'your-turn-missed' && player.state === 'absent') player.state = 'home';
    else if (kind === 'come-now' && player.state === 'there')
      player.toldToComeInAt = Math.min(player.toldToComeInAt, this.minute);
  }

  private async come(player: Player, { travelFactor }: Visit): Promise<void> {
    await this.until(this.minute + player.person.travel * travelFactor);
    const kiosk = this.crew.kiosks[player.person.id % this.crew.kiosks.length]!;
    player.state = 'there';
    await kiosk.post('check in', '/v1/check-ins', { body: { accessSecret: player.receipt.accessSecret } });
  }

  /** An officer's day: until closing, and for those who are in the hall then. */
  private async work(officer: Api): Promise<void> {
    await this.until(OPENS);
    for (;;) {
      const { status, body, etag } = await officer.post<Ticket>(
        'call next',
        '/v1/counter-sessions/current/next',
      );
      if (status === 200) await this.serve(officer, body, etag);
      else if (this.minute > CLOSES + LAST_ONES) return;
      else await this.until(this.minute + LOOK_AGAIN_MINUTES);
    }
  }

  private async serve(officer: Api, { id, registrationId }: Ticket, etag: string | null): Promise<void> {
    const player = this.players.get(registrationId);
    if (!player) throw new Error('somebody was called who never registered');
    await this.until(Math.min(player.toldToComeInAt, this.minute) + walkOf(player));
    const started = await officer.post('start', `/v1/tickets/${id}/start`, { ifMatch: etag });
    await this.until(this.minute + player.person.service);
    await officer.post('finish', `/v1/tickets/${id}/finish`, {
      ifMatch: started.etag,
      body: { outcome: 'done' },
    });
    this.served += 1;
  }

  private async until(minute: number): Promise<void> {
    await sleep(Math.max(0, realTimeOf(this.day, minute) - Date.now()));
  }

  private guarded(act: () => Promise<void>): Promise<void> {
    return act().catch((error: unknown) => {
      this.errors.push(error instanceof Error ? error.message : String(error));
    });
  }
}
