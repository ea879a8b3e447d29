import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Demonstration } from '../../src/launch/demonstration/seed-demonstration.js';
import type { RegistrationReceipt, RegistrationRequest } from '../../src/registrations/intake/intake.dto.js';
import { Api } from '../../src/rehearsal/api.js';
import { Latencies } from '../../src/rehearsal/latencies.js';
import { madeUpPerson } from '../../src/rehearsal/made-up-people.js';
import { randomNumbers } from '../../src/rehearsal/random-numbers.js';

interface Thing {
  id: string;
}

/** What a lively day leaves behind: people to look at, and devices that may be opened once. */
export interface LivelyDay {
  /** Waits in the hall. */
  waiting: RegistrationReceipt;
  /** Has a travel document and a journey home. */
  travelling: RegistrationReceipt;
  kioskCode: string;
  boardCode: string;
}

const PEOPLE = 26;
const IN_THE_HALL = 12;
const SEED = 7;
const BOOKED_WITHIN_MS = 10_000;
const BOOKING_LOOKS = 60;

/** Fills a demonstration with people in the middle of their way, through the API alone. */
export async function livelyDay(origin: string, demonstration: Demonstration): Promise<LivelyDay> {
  const everyone = new Api(origin, new Latencies());
  const as = (name: string) => {
    const { username, password } = demonstration.accounts.find(({ username: is }) => is === name)!;
    return everyone.enter('sign in', '/v1/sessions', { username, password });
  };
  const administrator = await as('administrator');
  const device = async (kind: 'kiosk' | 'board') => {
    const body = { kind, name: `A ${kind} for pictures, ${randomUUID().slice(0, 8)}` };
    const added = await administrator.post<{ enrolmentCode: string }>('device', '/v1/devices', { body });
    return added.body.enrolmentCode;
  };
  const [officer, approver, supervisor] = await Promise.all(['officer', 'approver', 'supervisor'].map(as));
  const receipts = await everyoneReports(everyone);
  await allBooked(everyone, receipts);
  await supervisor!.post('call forward', '/v1/appointments/call-forward', { body: { people: PEOPLE } });

  const kiosk = await everyone.enter('enrol', '/v1/devices/enrolments', { code: await device('kiosk') });
  for (const { accessSecret } of receipts.slice(0, IN_THE_HALL))
    await kiosk.post('check in', '/v1/check-ins', { body: { accessSecret } });
  const [travelling, applied] = receipts.slice(IN_THE_HALL) as [RegistrationReceipt, RegistrationReceipt];
  await wayHome(travelling.id, officer!, approver!, supervisor!);
  await verified(officer!, applied.id);
  await apply(officer!, applied.id);
  // only now: with two at work, the lot could fall on the other for those who were verified
  const second = await as('officer2');
  const called = await atCounters(everyone, demonstration.postId, [officer!, second]);
  const inTheHall = receipts.slice(0, IN_THE_HALL);
  return {
    waiting: inTheHall.findLast(({ id }) => !called.includes(id))!,
    travelling,
    kioskCode: await device('kiosk'),
    boardCode: await device('board'),
  };
}

async function everyoneReports(everyone: Api): Promise<RegistrationReceipt[]> {
  const random = randomNumbers(SEED);
  const receipts: RegistrationReceipt[] = [];
  for (let index = 0; index < PEOPLE; index++) {
    const body: RegistrationRequest = { ...madeUpPerson(random, index).report, language: 'en' };
    if (index % 5 === 1) body.needs = ['injured-or-ill', 'no-shelter-tonight'];
    if (index === 3) body.needs = ['danger-now'];
    receipts.push((await everyone.post<RegistrationReceipt>('register', '/v1/registrations', { body })).body);
  }
  return receipts;
}

async function allBooked(everyone: Api, receipts: readonly RegistrationReceipt[]): Promise<void> {
  for (const { accessSecret } of receipts) {
    const own = await everyone.enter('open own case', '/v1/registrations/access', { accessSecret });
    const look = () => own.get('own appointment', '/v1/appointments/own', { also: [404] });
    for (let looks = 0; (await look()).status === 404; looks++) {
      if (looks > BOOKING_LOOKS) throw new Error('nobody booked an appointment');
      await sleep(BOOKED_WITHIN_MS / BOOKING_LOOKS);
    }
  }
}

/** Opens a counter for each officer and calls somebody there; the first officer serves. @returns who was called */
async function atCounters(everyone: Api, postId: string, officers: readonly Api[]): Promise<string[]> {
  const { body } = await everyone.get<{ items: { id: string; counters: Thing[] }[] }>('posts', '/v1/posts');
  const counters = body.items.find(({ id }) => id === postId)!.counters;
  const called: string[] = [];
  for (const [index, officer] of officers.entries()) {
    const counterId = counters[index * 2]!.id;
    await officer.post('open counter', '/v1/counter-sessions', { body: { counterId }, also: [409] });
    const next = '/v1/counter-sessions/current/next';
    const ticket = await officer.post<Thing & { registrationId: string }>('call next', next);
    called.push(ticket.body.registrationId);
    const start = `/v1/tickets/${ticket.body.id}/start`;
    if (index === 0) await officer.post('start', start, { ifMatch: ticket.etag, also: [409, 412] });
  }
  return called;
}

async function verified(officer: Api, id: string): Promise<void> {
  const path = `/v1/registrations/${id}/identity`;
  const evidence = (kind: string, statement: string) =>
    officer.post('evidence', `${path}/evidence`, { body: { kind, agrees: true, statement } });
  await evidence('national-id', 'Name and date of birth agree (made up)');
  const { etag } = await evidence('family-card', 'Names the parents as reported (made up)');
  const body = { outcome: 'verified', reasons: ['evidence-agrees'] };
  await officer.post('identity decision', `${path}/decision`, { body, ifMatch: etag });
}

const apply = (officer: Api, id: string) =>
  officer.post<Thing>('apply', `/v1/registrations/${id}/travel-document-application`, {
    body: { placeOfBirth: 'Medan', transit: [], feeWaived: true, waiverReason: 'crisis' },
  });

async function wayHome(id: string, officer: Api, approver: Api, supervisor: Api): Promise<void> {
  await verified(officer, id);
  const applied = await apply(officer, id);
  const application = `/v1/travel-document-applications/${applied.body.id}`;
  const { body } = await approver.get<{ seen: string }>('content', `${application}/content`);
  const approval = { ifMatch: applied.etag, body: { seen: body.seen } };
  const { etag } = await approver.post('approve', `${application}/approval`, approval);
  await officer.post('issue', `${application}/document`, { ifMatch: etag });
  const of = `/v1/registrations/${id}`;
  const asked = await officer.post<Thing>('exit', `${of}/exit-clearance`, { body: { overstayDays: 45 } });
  await supervisor.post('grant', `/v1/exit-clearances/${asked.body.id}/grant`, {
    body: { waived: 450, permitNumber: `EX-${id.slice(-12)}` },
    ifMatch: asked.etag,
  });
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
  const route = {
    carrier: 'Contoh Air',
    serviceNumber: 'CT 601',
    from: 'Phnom Penh',
    to: 'Medan',
    route: ['IDN'],
  };
  const planned = await officer.post<Thing>('plan', `${of}/departure`, { body: { ...route, scheduledAt } });
  await officer.post('clear', `/v1/departures/${planned.body.id}/clearance`, { ifMatch: planned.etag });
}
