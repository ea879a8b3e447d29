import type { Client } from 'pg';
import { dataSourceOptions } from '../../platform/database/data-source-options.js';
import { preparingDriver } from '../../platform/database/preparing-driver.js';
import { CALL, CONFINE, FINISH, KEEP, RECORD, START, WORK_BEGINS } from './bare-statements.js';
import type { CounterAtWork } from './hall.js';

type Pooled = Client & { release(): void };

/**
 * What the database and its driver give without a service: the three acts of a visit as transactions with nothing in
 * them but what has to be written, on as many connections as the service has, which stay open and prepared as the
 * service's do. Nothing is checked.
 */
export class BareDriver {
  private constructor(
    private readonly postId: string,
    private readonly clients: readonly Pooled[],
    private readonly close: () => Promise<void>,
  ) {}

  static async connect(databaseUrl: string, postId: string, connections: number): Promise<BareDriver> {
    const { extra } = dataSourceOptions(databaseUrl, connections);
    const pool = new preparingDriver.Pool({ connectionString: databaseUrl, max: connections, ...extra });
    const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
    return new BareDriver(postId, clients, () => pool.end());
  }

  /** @returns people called, begun with and finished with, a second */
  async call(counters: readonly CounterAtWork[], people: number): Promise<number> {
    let left = people;
    const work = async (client: Client, counter: CounterAtWork) => {
      while (left-- > 0) await this.visit(client, counter);
    };
    const started = performance.now();
    await Promise.all(this.clients.map((client, i) => work(client, counters[i]!)));
    return people / ((performance.now() - started) / 1000);
  }

  end(): Promise<void> {
    this.clients.forEach((client) => client.release());
    return this.close();
  }

  private async visit(client: Client, { caller, sessionId }: CounterAtWork): Promise<void> {
    const act = async <T>(change: () => Promise<T>): Promise<T> => {
      await client.query('START TRANSACTION');
      await client.query(CONFINE, [this.postId]);
      const changed = await change();
      await client.query('COMMIT');
      return changed;
    };
    const record = (action: string, kind: string, id: string) =>
      client.query(RECORD, [this.postId, caller.id, action, kind, id, caller.requestId]);

    const { id, registrationId } = await act(async () => {
      const { rows } = await client.query<Called>(CALL, [this.postId, sessionId, caller.id]);
      await record('queue.called', 'ticket', rows[0]!.id);
      return rows[0]!;
    });
    await act(async () => {
      await client.query(START, [id]);
      await client.query(WORK_BEGINS, [registrationId]);
      await record('queue.started', 'ticket', id);
    });
    await act(async () => {
      const { rows } = await client.query<{ booking_id: string }>(FINISH, [id]);
      await client.query(KEEP, [rows[0]!.booking_id]);
      await record('queue.finished', 'ticket', id);
      await record('appointment.kept', 'registration', registrationId);
    });
  }
}

interface Called {
  id: string;
  registrationId: string;
}
