import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { keyset } from '../../platform/http/keyset.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { Problem } from '../../platform/problems/problem.js';
import type { DuressNote, DuressWay, PretendedAct } from './duress-codes.js';
import type {
  AcknowledgementRequest,
  DuressFlagResponse,
  DuressFlagsPage,
  DuressFlagsQuery,
} from './duress-flags.dto.js';
import { ACKNOWLEDGE_SQL, LIST_SQL, OF_CASES_SQL, ONE_SQL, WAITING_SQL } from './duress-flags.sql.js';

const MOST_OF_CASE = 20;

interface Row {
  id: string;
  registrationId: string;
  reference: string;
  way: DuressWay;
  times: number;
  raisedAt: Date;
  lastAt: Date;
  tried: PretendedAct[];
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  note: DuressNote | null;
  version: number;
}

/** What protection officers and supervisors do with the flags that help words raise. Reads are on record. */
@Injectable()
export class DuressFlags {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly live: LiveEvents,
  ) {}

  /** Of one state, the latest first. */
  list(caller: Caller, query: DuressFlagsQuery): Promise<DuressFlagsPage> {
    const page = keyset(query, ['uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const acknowledged = query.state === 'acknowledged';
      const rows = await tx.query<Row[]>(LIST_SQL, [acknowledged, ...page.after, page.limit + 1]);
      await this.record(tx, caller, 'duress.listed', null, { found: Math.min(rows.length, page.limit) });
      return page.of(rows, ({ id }) => [id], toDuressFlagResponse);
    });
  }

  /** Those of one person's cases. On record where there are any. */
  ofCases(caller: Caller, registrationIds: readonly string[]): Promise<DuressFlagResponse[]> {
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<Row[]>(OF_CASES_SQL, [registrationIds, MOST_OF_CASE]);
      const flagged = new Set(rows.map(({ registrationId }) => registrationId));
      for (const id of flagged) await this.record(tx, caller, 'duress.read', id);
      return rows.map(toDuressFlagResponse);
    });
  }

  /** How many of a post nobody has taken up. */
  waiting(postId: string): Promise<number> {
    return this.database.transaction([postId], async (tx) => {
      const [row] = await tx.query<{ waiting: number }[]>(WAITING_SQL);
      return row!.waiting;
    });
  }

  /**
   * Says that somebody took it up, and what became of it. The next time that the word is typed a new flag is raised.
   * @throws Problem `not-found`, `stale` (also where it was raised once more meanwhile), `flag-acknowledged-already` (409)
   */
  acknowledge(
    caller: Caller,
    id: string,
    version: number,
    { note }: AcknowledgementRequest,
  ): Promise<DuressFlagResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await tx.query('SELECT FROM duress_flag WHERE id = $1 FOR UPDATE', [id]);
      const flag = await this.byId(tx, id);
      if (flag.acknowledgedAt) throw new Problem('conflict', 'flag-acknowledged-already');
      requireVersion(flag.version, version);
      await tx.query(ACKNOWLEDGE_SQL, [id, caller.id, note]);
      await this.record(tx, caller, 'duress.acknowledged', flag.registrationId, { flag: id, note });
      this.live.announce(tx, { postId: onlyPost(caller), kind: 'duress' });
      return toDuressFlagResponse(await this.byId(tx, id));
    });
  }

  private byId(tx: EntityManager, id: string): Promise<Row> {
    return oneRow(tx, ONE_SQL, [id]);
  }

  private record(
    tx: EntityManager,
    caller: Caller,
    action: string,
    registrationId: string | null,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const subject = { kind: 'registration', id: registrationId };
    return this.audit.record(tx, caller, { action, subject, postId: onlyPost(caller), detail });
  }
}

const toDuressFlagResponse = (row: Row): DuressFlagResponse => ({
  id: row.id,
  registrationId: row.registrationId,
  reference: row.reference,
  way: row.way,
  times: row.times,
  raisedAt: row.raisedAt.toISOString(),
  lastAt: row.lastAt.toISOString(),
  tried: row.tried,
  acknowledgedBy: row.acknowledgedBy,
  acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  note: row.note,
  version: row.version,
});
