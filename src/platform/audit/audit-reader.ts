import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Database } from '../database/database.js';
import { keyset } from '../http/keyset.js';
import type { AuditEventPage, AuditEventResponse, AuditQuery, ChainState } from './audit.dto.js';

/** The whole chain is gone through: 200,000 events in 7 s, more than any other statement may take. */
const PATIENCE = '5min';

/** Reads the audit log of the caller's posts and proves the chain. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  list(caller: Caller, query: AuditQuery): Promise<AuditEventPage> {
    const page = keyset(query, ['timestamptz', 'uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<(Omit<AuditEventResponse, 'at'> & { at: Date; cursor_at: string })[]>(
        `SELECT id, at, at::text AS cursor_at, actor_kind AS "actorRole", actor_id AS "actorId", action,
           subject_kind AS "subjectKind", subject_id AS "subjectId", detail::text AS detail
         FROM audit_event
         WHERE ($1::uuid IS NULL OR subject_id = $1) AND ($2::uuid IS NULL OR actor_id = $2)
           AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4::uuid))
         ORDER BY at DESC, id DESC LIMIT $5`,
        [query.subject ?? null, query.actor ?? null, ...page.after, page.limit + 1],
      );
      return page.of(
        rows,
        ({ cursor_at, id }) => [cursor_at, id],
        ({ cursor_at: _, at, ...rest }) => ({ ...rest, at: at.toISOString() }),
      );
    });
  }

  async verifyChain(): Promise<ChainState> {
    return this.database.transaction([], async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '${PATIENCE}'`);
      const faults = await tx.query<{ sequence: string | null; fault: string }[]>(
        'SELECT sequence, fault FROM audit_chain_faults() LIMIT 100',
      );
      const [head] = await tx.query<{ sequence: string; hash: Buffer }[]>(
        'SELECT sequence, hash FROM audit_chain ORDER BY sequence DESC LIMIT 1',
      );
      return {
        linked: Number(head?.sequence ?? 0),
        head: head?.hash.toString('hex') ?? null,
        faults: faults.map(({ sequence, fault }) => ({
          sequence: sequence === null ? null : Number(sequence),
          fault,
        })),
      };
    });
  }
}
