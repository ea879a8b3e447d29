import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Client } from 'pg';
import { Observable, Subject, filter } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '../config/environment.js';
import { afterCommit } from '../database/after-commit.js';
import { Coalesced } from './coalesced.js';

const CHANNEL = 'pulang_live';
const RECONNECT_MS = 1000;
const CONNECT_MS = 10_000;
const TOGETHER_MS = 50;

/** A notification in a transaction of its own, which need not wait for the disk: after a crash there is nobody to be told. */
const NOTIFY_SQL = `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, event)
  FROM unnest($2::text[]) AS event`;

/** Something changed at a post: what, never whose. Receivers read the new state themselves. */
export interface LiveEvent {
  postId: string;
  kind: 'queue' | 'counters' | 'duress' | 'post' | 'connection';
}

/**
 * Live events over PostgreSQL's LISTEN/NOTIFY: sent once the transaction is committed, heard by every app process. Not in
 * it: PostgreSQL commits transactions that notify one after the other, each with a flush of its own (decision 24). After a
 * lost connection an event `connection` goes out, at which receivers read the state anew; a process that dies between
 * commit and notification loses an event, so receivers also read anew by themselves, at least every 15 seconds.
 */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger(LiveEvents.name);
  private readonly events = new Subject<LiveEvent>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  private readonly outgoing = new Coalesced(TOGETHER_MS, (events) => this.notify(events));

  constructor(
    private readonly environment: Environment,
    private readonly dataSource: DataSource,
  ) {}

  /** Tells every process once `tx` is committed; several in a moment are told once. */
  announce(tx: EntityManager, event: LiveEvent): void {
    afterCommit(tx, () => this.outgoing.add(JSON.stringify(event)));
  }

  /** Events of one post, of these kinds only, and reconnections. */
  of(postId: string, ...kinds: [LiveEvent['kind'], ...LiveEvent['kind'][]]): Observable<LiveEvent> {
    return this.events.pipe(
      filter(
        (event) => event.kind === 'connection' || (event.postId === postId && kinds.includes(event.kind)),
      ),
    );
  }

  /** The same of every post. */
  everywhere(kind: LiveEvent['kind']): Observable<LiveEvent> {
    return this.events.pipe(filter((event) => event.kind === 'connection' || event.kind === kind));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.environment.ROLE !== 'worker') await this.listen();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.outgoing.flush();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    this.events.complete();
    await this.client?.end().catch(() => undefined);
  }

  private async notify(events: string[]): Promise<void> {
    await this.dataSource.query(NOTIFY_SQL, [CHANNEL, events]).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'a live event was lost');
    });
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.environment.DATABASE_URL,
      application_name: 'pulang live',
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.events.next(JSON.parse(payload ?? '') as LiveEvent));
    client.on('error', () => this.listenAgainSoon(client));
    client.on('end', () => this.listenAgainSoon(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.events.next({ postId: '', kind: 'connection' });
    } catch {
      this.listenAgainSoon(client);
    }
  }

  private listenAgainSoon(lost: Client): void {
    if (this.stopped || this.client !== lost) return;
    this.client = undefined;
    void lost.end().catch(() => undefined);
    this.logger.warn('live events lost their connection; trying again');
    this.retry = setTimeout(() => void this.listen(), RECONNECT_MS);
  }
}
