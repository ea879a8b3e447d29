import type { EntityManager } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { CallsService } from '../../src/appointments/calls/calls.service.js';
import { systemCaller } from '../../src/platform/auth/caller.js';
import { CallPlanner } from '../../src/queue/call-rounds/call-planner.js';
import { CallStateReader } from '../../src/queue/call-rounds/call-state-reader.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import type { Service } from '../support/service.js';
import { untilBlocked } from '../support/until-blocked.js';
import { makeItNoon } from './hall.js';

let phones = 0;

/** The post calls by the plan, and some counters are at work with nobody at them. */
export async function openHall(service: Service, counters: number): Promise<void> {
  await makeItNoon(service);
  await service.query('INSERT INTO call_forward_setting (post_id, automatic) SELECT id, true FROM post');
  await service.query(
    `INSERT INTO counter_session (id, post_id, counter_id, account_id)
     SELECT gen_random_uuid(), c.post_id, c.id, a.id
     FROM (SELECT *, row_number() OVER (ORDER BY number) AS n FROM counter) c
     JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM account) a ON a.n = c.n WHERE c.n <= $1`,
    [counters],
  );
}

/** People with a telephone, booked for a later day, who wait to be called. */
export async function waitAtHome(service: Service, people: number): Promise<RegistrationReceipt[]> {
  const receipts: RegistrationReceipt[] = [];
  for (let i = 0; i < people; i++) {
    const phone = `+85512${String(100_000 + phones++)}`;
    receipts.push(await service.register({ contact: { method: 'sms', phone } }));
  }
  await service.runJobs();
  await service.query(
    `UPDATE booking SET starts_at = starts_at + interval '3 days' WHERE registration_id = ANY ($1)`,
    [receipts.map(({ id }) => id)],
  );
  return receipts;
}

export const round = (service: Service) => service.app.get(CallPlanner).round(service.demonstration.postId);

/** A round that does not ask whether another is at it. */
export function roundAtOnce(service: Service) {
  const { postId } = service.demonstration;
  return service.app.get(Database).transaction([postId], async (tx) => {
    const setting = await service.app.get(CallStateReader).setting(tx, postId);
    return service.app.get(CallPlanner).carryOut(tx, postId, setting!);
  });
}

/** Two processes carry out the same plan; the second writes while the first has written and not committed yet. */
export async function twoPlanners(service: Service): Promise<string[][]> {
  const { postId } = service.demonstration;
  const waiting = await service.query<{ id: string }>(
    "SELECT id FROM booking WHERE status = 'booked' AND callable_from <= now() ORDER BY in_line_since LIMIT 5",
  );
  const soon = Date.now() / 60_000 + 40;
  const plan = waiting.map(({ id }) => ({ id, dueAt: soon, expectedAt: soon, travel: 30 }));
  const written = Promise.withResolvers<void>();
  const carryOut = (tx: EntityManager, name: string) =>
    service.app.get(CallsService).call(tx, systemCaller(postId, name), postId, plan);
  const second = written.promise.then(() =>
    service.app.get(Database).transaction([postId], (tx) => carryOut(tx, 'the second')),
  );
  const first = service.app.get(Database).transaction([postId], async (tx) => {
    const called = await carryOut(tx, 'the first');
    written.resolve();
    await untilBlocked(service.query, second);
    return called;
  });
  return Promise.all([first, second]);
}

export interface CallRow {
  booking_id: string;
  attempt: number;
  state: string;
  reply: string | null;
}

export const callsOf = (service: Service, { id }: { id: string }): Promise<CallRow[]> =>
  service.query<CallRow>(
    `SELECT c.booking_id, c.attempt, c.state, c.reply FROM call_forward c JOIN booking b ON b.id = c.booking_id
     WHERE b.registration_id = $1 ORDER BY c.called_at, c.attempt`,
    [id],
  );

/** How many bookings have more than one open call. */
export async function calledTwice(service: Service): Promise<number> {
  const rows = await service.query(
    'SELECT FROM call_forward WHERE ended_at IS NULL GROUP BY booking_id HAVING count(*) > 1',
  );
  return rows.length;
}
