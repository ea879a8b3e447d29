import { setTimeout } from 'node:timers/promises';
import { Client, type ClientConfig, type Pool } from 'pg';

const LOOK_EVERY_MS = 10_000;

/** A machine that lost its power is noticed within a minute: nothing else ends its connection. */
const NOTICED =
  'SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3';
/** Ends with the connection. Parameter: pools. */
const HOLD = 'SELECT pg_advisory_lock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS pool (id)';
/** A pool that has just begun has its lock by then. */
const LET_GO = `
  SELECT graphile_worker.force_unlock_workers(array_agg(id)) FROM (
    SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_at < now() - interval '10 seconds'
  ) working WHERE pg_try_advisory_xact_lock(hashtextextended(id, 0)) HAVING count(*) > 0`;

/**
 * Says of pools of workers that they live, and lets go of the jobs of those that do not, for others to take: graphile-worker
 * leaves what a killed process had begun locked for four hours. Each pool holds a lock of the database for as long as
 * its process is connected. Whatever is taken up so may have been done; jobs are safe to repeat.
 */
export class LivingPools {
  private readonly own: string[] = [];
  private holding: Client | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly connection: ClientConfig,
    private readonly signal: AbortSignal,
  ) {}

  /** Of a pool that has just begun. */
  async add(id: string): Promise<void> {
    this.own.push(id);
    await this.holding?.query(HOLD, [[id]]).catch(() => undefined);
  }

  /** Looks until the signal. While the database is away nothing is let go of. */
  async watch(): Promise<void> {
    const { signal } = this;
    while (!signal.aborted) {
      await this.look().catch(() => undefined);
      await setTimeout(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
    await this.holding?.end();
  }

  private async look(): Promise<void> {
    if (!this.holding) await this.hold();
    await this.pool.query(LET_GO);
  }

  /** A pool that begins meanwhile takes its lock on the same connection. */
  private async hold(): Promise<void> {
    const client = new Client(this.connection);
    const lost = () => (this.holding = this.holding === client ? undefined : this.holding);
    client.on('error', lost).on('end', lost);
    try {
      await client.connect();
      await client.query(NOTICED);
      this.holding = client;
      await client.query(HOLD, [this.own]);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }
}
