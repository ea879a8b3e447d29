import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';

/** An officer at an open counter. */
export interface CounterAtWork {
  caller: Caller;
  sessionId: string;
}

type Query = <T>(sql: string, params: unknown[]) => Promise<T[]>;

/** A hall for measurements, written straight into the tables: counters with their officers, and people who wait. */
export class Hall {
  readonly counters: CounterAtWork[] = [];
  private numbers = 0;

  constructor(
    private readonly dataSource: DataSource,
    readonly postId: string,
  ) {}

  async openCounters(count: number): Promise<void> {
    const ids = Array.from({ length: count }, () => newId());
    const sessions = Array.from({ length: count }, () => newId());
    await this.confined(async (query) => {
      await query(ACCOUNTS_SQL, [ids]);
      await query(COUNTERS_SQL, [this.postId, count]);
      await query(SESSIONS_SQL, [sessions, ids, this.postId]);
    });
    for (const [i, id] of ids.entries())
      this.counters.push({
        sessionId: sessions[i]!,
        caller: {
          role: 'officer',
          id,
          sessionId: null,
          posts: [this.postId],
          requestId: newId(),
          locale: 'en',
        },
      });
  }

  /** Lets people come until so many wait, two in three of them standard. */
  async fillTo(waiting: number): Promise<void> {
    const [now] = await this.confined((query) =>
      query<{ n: number }>(
        "SELECT count(*)::int AS n FROM ticket WHERE post_id = $1 AND status = 'waiting'",
        [this.postId],
      ),
    );
    await this.add(waiting - now!.n);
  }

  /**
   * Waits, a minute at most, until the database has vacuumed and analysed what came: a hundred thousand people do not
   * come in ten seconds, and what that leaves to be done is not what calling costs.
   */
  async settle(): Promise<void> {
    const patience = Date.now() + PATIENCE_MS;
    for (;;) {
      const [left] = await this.dataSource.query<[{ n: number }]>(UNSETTLED_SQL);
      if (left.n === 0 || Date.now() > patience) return;
      await sleep(PAUSE_MS);
    }
  }

  private async add(people: number): Promise<void> {
    for (let left = people; left > 0; left -= BATCH) {
      const batch = Math.min(left, BATCH);
      await this.confined((query) => query(PEOPLE_SQL, [this.postId, batch, this.numbers]));
      this.numbers += batch;
    }
  }

  private confined<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(
        `SELECT set_config('pulang.posts', $1, true), set_config('statement_timeout', '0', true),
           set_config('synchronous_commit', 'off', true)`,
        [this.postId],
      );
      return work((sql, params) => tx.query(sql, params));
    });
  }
}

/** A slot has a seat for each; seats are numbered in a smallint. */
const BATCH = 25_000;

const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

/** Tables that people are written into and that autovacuum has still to go through, by its own thresholds. */
const UNSETTLED_SQL = `
  SELECT count(*)::int AS n FROM pg_stat_user_tables
  WHERE relname IN ('person', 'registration', 'seat', 'booking', 'ticket')
    AND (n_mod_since_analyze > 50 + 0.1 * n_live_tup OR n_ins_since_vacuum > 1000 + 0.2 * n_live_tup)`;

const ACCOUNTS_SQL = `
  INSERT INTO account (id, username, display_name, role, password_hash)
  SELECT id, 'bench.' || id, 'Officer Contoh', 'officer', 'none' FROM unnest($1::uuid[]) AS id`;

const COUNTERS_SQL = `
  INSERT INTO counter (id, post_id, number) SELECT gen_random_uuid(), $1, number FROM generate_series(1, $2::int) number
  ON CONFLICT DO NOTHING`;

const SESSIONS_SQL = `
  INSERT INTO counter_session (id, account_id, post_id, counter_id)
  SELECT given.id, given.account, $3, c.id FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS given (id, account, n)
  JOIN counter c ON c.post_id = $3 AND c.number = given.n`;

/** Post $1, so many people $2, the last number given $3. */
const PEOPLE_SQL = `
  WITH new AS (SELECT uuidv7() AS id, gen_random_uuid() AS person_id, n, (CASE n % 12 WHEN 0 THEN 0 WHEN 4 THEN 1
      WHEN 7 THEN 1 WHEN 9 THEN 1 ELSE 2 END)::smallint AS band FROM generate_series(1, $2::int) n),
  slot AS (INSERT INTO slot (id, post_id, service_type_id, starts_at, ends_at)
    SELECT gen_random_uuid(), $1, s.id, clock_timestamp(), clock_timestamp() + interval '12 minutes'
    FROM service_type s WHERE s.post_id = $1 AND code = 'identity' RETURNING *),
  seat AS (INSERT INTO seat (slot_id, number, post_id, service_type_id, starts_at, free)
    SELECT slot.id, n, slot.post_id, service_type_id, starts_at, false FROM slot, new RETURNING *),
  person AS (INSERT INTO person (id, post_id) SELECT person_id, $1 FROM new),
  registration AS (INSERT INTO registration (id, post_id, person_id, reference, access_secret_index, access_code_index,
      channel, language)
    SELECT id, $1, person_id, 'BENCH-' || id, decode(md5(id::text), 'hex'), '', 'self', 'id' FROM new),
  booking AS (INSERT INTO booking (id, post_id, registration_id, service_type_id, slot_id, seat_number, starts_at,
      band_rank, status)
    SELECT new.id, $1, new.id, service_type_id, slot_id, n, starts_at, band, 'checked-in'
    FROM new JOIN seat ON seat.number = n)
  INSERT INTO ticket (id, post_id, registration_id, booking_id, day, number, band_rank, due_at, status)
  SELECT id, $1, id, id, (now() AT TIME ZONE (SELECT time_zone FROM post WHERE id = $1))::date, $3::int + n, band,
    now() + make_interval(secs => n), 'waiting' FROM new`;
