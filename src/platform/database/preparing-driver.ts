import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import pg from 'pg';

/** How often a statement is sent before a connection prepares it, and how many are prepared at the most. */
const PREPARED_FROM = 3;
const MOST = 500;

/** How often a statement was sent, and the name that it has once it is prepared. */
const uses = new Map<string, number | string>();

/** The name under which a statement is prepared; nothing while it is rare. */
function nameOf(text: string): string | undefined {
  const use = uses.get(text) ?? 0;
  if (typeof use === 'string') return use;
  const name = use + 1 < PREPARED_FROM ? undefined : createHash('sha1').update(text).digest('hex');
  if (use > 0 || uses.size < MOST) uses.set(text, name ?? use + 1);
  return name;
}

const BEGIN = 'START TRANSACTION';
const BEGUN = { command: 'START TRANSACTION', rowCount: null, rows: [], fields: [] };

/** The part of the driver that we reach into: the socket to the server. */
interface Connected {
  connection: { stream: Socket };
}

class PreparingClient extends pg.Client {
  private isGathering = false;

  /**
   * As the driver's own, but what is sent again and again is parsed and planned once for each connection, and a
   * transaction's begin is not waited for: its first statement follows at once, and fails if the begin did.
   */
  override query(...[config, values, callback]: unknown[]): never {
    this.gather();
    if (config === BEGIN && callback === undefined) {
      super.query(BEGIN).catch(() => undefined);
      return Promise.resolve(BEGUN) as never;
    }
    const name = typeof config === 'string' && Array.isArray(values) ? nameOf(config) : undefined;
    const request =
      name === undefined ? [config, values, callback] : [{ name, text: config, values }, callback];
    return super.query(...(request as Parameters<pg.Client['query']>)) as never;
  }

  /** Statements of one turn of the event loop go out together: one call to the system instead of one for each. */
  private gather(): void {
    if (this.isGathering) return;
    const { stream } = (this as unknown as Connected).connection;
    this.isGathering = true;
    stream.cork();
    setImmediate(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }
}

/**
 * The PostgreSQL driver with server-side prepared statements, which TypeORM does not ask for, and with statements on
 * their way before the answers of those before them have come. Row-level security makes planning dear: for most of our
 * statements it costs more than running them. See `docs/decisions`.
 */
export const preparingDriver = {
  ...pg,
  Pool: class extends pg.Pool {
    constructor(options: pg.PoolConfig) {
      super({ ...options, Client: PreparingClient, pipeline: true });
    }
  },
};
