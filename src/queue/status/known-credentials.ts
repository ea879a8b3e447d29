import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { DataSource } from 'typeorm';

/** So often the database is asked which sessions have ended, while people ask. */
const ANEW_MS = 1000;
/** An answer so old is trusted no more: then each token is checked in full. */
const TOO_OLD_MS = 5000;
const LONGEST_MS = 600_000;
/** As many people as one process remembers; the oldest is forgotten first. */
const MOST = 200_000;

/** Sessions of people that are over and whose credentials may still be in their ten minutes. */
const ENDED_SQL = `
  SELECT id FROM session WHERE ended_at > now() - interval '15 minutes'
  UNION ALL SELECT id FROM session WHERE ended_at IS NULL AND expires_at BETWEEN now() - interval '15 minutes' AND now()`;

export interface KnownPerson {
  registrationId: string;
  postId: string;
}

interface Known extends KnownPerson {
  sessionId: string;
  expiresAt: number;
}

/**
 * Credentials of people (tokens, and cookies of pages) that were checked in full a short while ago, so that the next
 * reading need not ask the database. Each is known for ten minutes at most, and no longer than its session: sessions that
 * ended anywhere are known here within two seconds, and where that cannot be found out nothing is known.
 */
@Injectable()
export class KnownCredentials {
  private readonly known = new Map<string, Known>();
  private ended: ReadonlySet<string> = new Set();
  private askedAt = -Infinity;
  private underWay = false;

  constructor(private readonly dataSource: DataSource) {}

  /** @param credential checked in full, just now, and the caller's own */
  remember(credential: string, caller: Caller): void {
    this.known.delete(credential);
    this.known.set(credential, {
      registrationId: caller.id!,
      postId: onlyPost(caller),
      sessionId: caller.sessionId!,
      expiresAt: Math.min(Date.now() + LONGEST_MS, expiryOf(credential)),
    });
    if (this.known.size > MOST) this.known.delete(this.known.keys().next().value!);
  }

  /** Whose it is, if that is sure without looking. */
  whose(credential: string): KnownPerson | undefined {
    const age = performance.now() - this.askedAt;
    if (age > ANEW_MS) void this.askAnew();
    const known = this.known.get(credential);
    if (!known || age > TOO_OLD_MS) return undefined;
    if (known.expiresAt > Date.now() && !this.ended.has(known.sessionId)) return known;
    this.known.delete(credential);
    return undefined;
  }

  private async askAnew(): Promise<void> {
    if (this.underWay) return;
    this.underWay = true;
    const asked = performance.now();
    try {
      const rows = await this.dataSource.query<{ id: string }[]>(ENDED_SQL);
      this.ended = new Set(rows.map(({ id }) => id));
      this.askedAt = asked;
    } catch {
      // nothing is trusted for longer than the last answer allows
    } finally {
      this.underWay = false;
    }
  }
}

/** @returns milliseconds; endless where it does not say itself, as a cookie */
function expiryOf(credential: string): number {
  const [, claims] = credential.split('.');
  if (claims === undefined) return Infinity;
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp?: number };
  return (exp ?? 0) * 1000;
}
