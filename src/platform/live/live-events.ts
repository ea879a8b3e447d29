import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Observable, Subject, filter } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { Environment } from '../config/environment.js';

const CHANNEL = 'pulang_live';
const RECONNECT_MS = 1000;
const CONNECT_MS = 10_000;

/** Something changed at a post: what, never whose. Receivers read the new state themselves. */
export interface LiveEvent {
  postId: string;
  kind: 'queue' | 'counters' | 'connection';
}

/**
 * Live events over PostgreSQL's LISTEN/NOTIFY: sent when the transaction commits, heard by every app process. After a
 * lost connection an event `connection` goes out, at which receivers read the state anew, so nothing is missed.
 */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(LiveEvents.name);
  private readonly events = new Subject<LiveEvent>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly environment: Environment) {}

  async announce(tx: EntityManager, event: LiveEvent): Promise<void> {
    await tx.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)]);
  }

  /** Events of one post, and reconnections. */
  of(postId: string): Observable<LiveEvent> {
    return this.events.pipe(filter((event) => event.kind === 'connection' || event.postId === postId));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.environment.ROLE !== 'worker') await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    this.events.complete();
    await this.client?.end().catch(() => undefined);
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
