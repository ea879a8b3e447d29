import { Client } from 'pg';
import { CALL_NEXT_SQL } from '../../src/queue/calling/call-next.sql.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { type Api, type Service, startService } from '../support/service.js';
import { untilBlocked } from '../support/until-blocked.js';
import { act, atWork, bodyOf, next, saveWaiting } from './visits.js';

const COUNTERS = 40;
const PEOPLE = 100;

describe('many counters at once', () => {
  let service: Service;
  let officers: Api[];
  let accounts: string[];
  beforeAll(async () => {
    service = await startService();
    officers = await atWork(service, COUNTERS);
    accounts = (
      await service.query<{ id: string }>('SELECT account_id AS id FROM counter_session ORDER BY id')
    ).map(({ id }) => id);
  });
  afterAll(() => service.stop());

  const endAll = () =>
    service.query(
      "UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now() WHERE status <> 'finished'",
    );

  it('call each of a hundred people exactly once, nobody to two counters', async () => {
    const waiting = await saveWaiting(
      service,
      Array.from({ length: PEOPLE }, (_, i) => i % 3),
    );
    const called = await Promise.all(officers.map((officer) => workThrough(officer)));
    const numbers = called.flat();
    expect(numbers.length).toBe(PEOPLE);
    expect(new Set(numbers)).toEqual(new Set(waiting));
    expect(
      await service.query(
        'SELECT count(*)::int AS calls, count(DISTINCT ticket_id)::int AS people FROM ticket_call',
      ),
    ).toEqual([{ calls: PEOPLE, people: PEOPLE }]);
    expect(await service.query("SELECT count(*)::int AS n FROM booking WHERE status = 'kept'")).toEqual([
      { n: PEOPLE },
    ]);
  });

  /** Calls and serves until nobody waits. @returns whom this counter called */
  async function workThrough(officer: Api): Promise<string[]> {
    const ids: string[] = [];
    for (;;) {
      const answer = await next(officer);
      if (answer.status === 204) return ids;
      expect(answer.status).toBe(200);
      const ticket = bodyOf<TicketResponse>(answer);
      ids.push(ticket.id);
      await act(officer, 'finish', ticket, { outcome: 'done' }).expect(200);
    }
  }

  it('call one person for an officer who clicks twenty times', async () => {
    await saveWaiting(service, Array<number>(5).fill(2));
    const answers = await Promise.all(Array.from({ length: 20 }, () => next(officers[0]!)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await service.query("SELECT count(*)::int AS n FROM ticket WHERE status = 'called'")).toEqual([
      { n: 1 },
    ]);
    await endAll();
  });

  it('let one of finish and missed win, and tell the other', async () => {
    await saveWaiting(service, Array<number>(8).fill(2));
    for (let i = 0; i < 8; i++) {
      const ticket = bodyOf<TicketResponse>(await next(officers[0]!).expect(200));
      const answers = await Promise.all([
        act(officers[0]!, 'finish', ticket, { outcome: 'done' }),
        act(officers[0]!, 'missed', ticket),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const won = answers[0].status === 200 ? ['kept'] : ['booked', 'missed'];
      expect(
        await service.query('SELECT status FROM booking WHERE registration_id = $1 ORDER BY status', [
          ticket.registrationId,
        ]),
      ).toEqual(won.map((status) => ({ status })));
    }
  });

  describe('without what protects them', () => {
    let a: Client;
    let b: Client;
    beforeEach(async () => {
      [a, b] = await Promise.all([connect(), connect()]);
      await saveWaiting(service, Array<number>(3).fill(2));
    });
    afterEach(async () => {
      await Promise.all([a.end(), b.end()]);
      await endAll();
    });

    async function connect(): Promise<Client> {
      const client = new Client({ connectionString: service.database.appUrl });
      await client.connect();
      await client.query("SELECT set_config('pulang.posts', $1, false)", [service.demonstration.postId]);
      return client;
    }

    /** One counter has called and not committed when the other calls. @returns whom each called, or why not */
    async function callAtOnce(sql: string, [one, two]: readonly [string, string]) {
      const call = (client: Client, account: string) =>
        client
          .query<{ id: string }>(sql, [service.demonstration.postId, account])
          .then(({ rows }) => rows[0]?.id ?? 'nobody')
          .catch((error: Error & { constraint?: string }) => error.constraint ?? error.message);
      await a.query('BEGIN');
      const first = await call(a, one);
      const second = call(b, two);
      const waited = await untilBlocked(service.query, second);
      await a.query('COMMIT');
      return { first, second: await second, waited };
    }
    const UNLOCKED = CALL_NEXT_SQL.replace('FOR UPDATE SKIP LOCKED', '');
    const two = () => [accounts[0]!, accounts[1]!] as const;
    const same = () => [accounts[0]!, accounts[0]!] as const;

    it('a counter passes over whom another is calling, and does not wait', async () => {
      const { first, second, waited } = await callAtOnce(CALL_NEXT_SQL, two());
      expect(second).not.toBe(first);
      expect(second).toMatch(/^[0-9a-f-]{36}$/);
      expect(waited).toBe(false);
    });

    it('the row lock: its absence is caught by the key of the calls', async () => {
      expect(await callAtOnce(UNLOCKED, two())).toMatchObject({
        second: 'ticket_call_once_per_attempt',
        waited: true,
      });
    });

    it('both: one person is called to two counters', async () => {
      await service.query('ALTER TABLE ticket_call DROP CONSTRAINT ticket_call_once_per_attempt');
      const { first, second } = await callAtOnce(UNLOCKED, two());
      expect(second).toBe(first);
      await service.query('DELETE FROM ticket_call WHERE ticket_id = $1', [first]);
      await service.query(
        'ALTER TABLE ticket_call ADD CONSTRAINT ticket_call_once_per_attempt PRIMARY KEY (ticket_id, attempt)',
      );
    });

    it('the lock on the counter: two people at one are kept apart by an index', async () => {
      expect(await callAtOnce(CALL_NEXT_SQL, same())).toMatchObject({ second: 'one_person_per_counter' });
    });

    it('that index too: two people are called to one counter', async () => {
      await service.query('DROP INDEX one_person_per_counter');
      const { first, second } = await callAtOnce(CALL_NEXT_SQL, same());
      expect(second).toMatch(/^[0-9a-f-]{36}$/);
      expect(second).not.toBe(first);
    });
  });
});
