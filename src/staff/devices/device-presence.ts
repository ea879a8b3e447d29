import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { SessionRenewal } from '../access/session-renewal.js';

/** A device is written down as seen no more often than this. */
const APART_MS = 60_000;

/**
 * A device that is there so long after its code was used has kept its session: browsers write a cookie to the disk within
 * 30 seconds. Until then the code counts again, for a browser that was switched off before, or never heard the answer.
 */
const SEEN_SQL = `
  UPDATE device SET seen_at = now(),
    enrolment_index = CASE WHEN enrolled_at < now() - interval '45 seconds' THEN NULL ELSE enrolment_index END
  WHERE id = $1`;

/**
 * Devices that are in use stay enrolled; one that nobody sees for as long as a session lives is out. Supervisors see when
 * each was there last.
 */
@Injectable()
export class DevicePresence {
  /** From sessions to when they were written down last, by this process. */
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRenewal,
    private readonly clock: Clock,
  ) {}

  /**
   * A device asked for something. @param secret of its cookie, where it can be given another one with the answer
   * @returns the secret that it is to keep from now on, where that is another
   */
  async see({ id, sessionId, posts }: Caller, secret: string | undefined): Promise<string | undefined> {
    const now = this.clock.now().getTime();
    if (id === null || sessionId === null || now - (this.seen.get(sessionId) ?? -Infinity) < APART_MS)
      return undefined;
    this.seen.set(sessionId, now);
    return this.database.transaction(posts, async (tx) => {
      await tx.query(SEEN_SQL, [id]);
      return this.sessions.goOn(tx, sessionId, secret);
    });
  }
}
