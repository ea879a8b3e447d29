import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { lockStock } from './take-blank.js';
import { StockService } from './stock.service.js';
import type { DestructionList, DestructionRequest, DestructionResponse } from './two-person.dto.js';

interface DestructionRow extends Omit<DestructionResponse, 'proposedAt' | 'witnessedAt'> {
  postId: string;
  proposedAt: Date;
  witnessedAt: Date | null;
}

const COLUMNS = `id, post_id AS "postId", serials, proposed_by AS "proposedBy", proposed_at AS "proposedAt",
  witnessed_by AS "witnessedBy", witnessed_at AS "witnessedAt", version`;

/** Spoiled blanks are destroyed by two: one lays them out, another watches. */
@Injectable()
export class DestructionsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly stock: StockService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `destruction-open`, `not-spoiled` (409) */
  async propose(
    caller: Caller,
    { serials }: DestructionRequest,
    idempotent: IdempotentRequest,
  ): Promise<DestructionResponse> {
    const postId = onlyPost(caller);
    return this.idempotency
      .transaction(caller.posts, idempotent, async (tx) => {
        const found = await tx.query<unknown[]>(
          `SELECT FROM blank WHERE serial = ANY ($1) AND status = 'spoiled' FOR UPDATE`,
          [serials],
        );
        if (found.length === 0 || found.length !== serials.length)
          throw new Problem('conflict', 'not-spoiled');
        const id = newId();
        await tx.query(
          'INSERT INTO blank_destruction (id, post_id, serials, proposed_by) VALUES ($1, $2, $3, $4)',
          [id, postId, serials, caller.id],
        );
        await this.audit.record(tx, caller, {
          action: 'blank-destruction.proposed',
          subject: { kind: 'blank-destruction', id },
          postId,
          detail: { blanks: serials.length },
        });
        return toResponse(await this.find(tx, id));
      })
      .catch(refusedBy({ one_open_destruction_per_post: 'destruction-open' }));
  }

  /** They are gone, but for those that somebody stole before. @throws Problem `not-found`, `stale` (412), `same-person` (403), `not-in-this-state` (409) */
  witness(caller: Caller, id: string, version: number): Promise<DestructionResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const seen = await this.find(tx, id);
      await lockStock(tx, seen.postId);
      const { postId, serials, ...destruction } = await this.find(tx, id, 'FOR UPDATE');
      requireVersion(destruction.version, version);
      if (destruction.witnessedBy !== null) throw new Problem('conflict', 'not-in-this-state');
      if (destruction.proposedBy === caller.id) throw new Problem('forbidden', 'same-person');
      for (const serial of await this.stock.spoiledOf(tx, serials))
        await this.stock.become(tx, caller, serial, 'destroyed', null);
      await tx.query(
        'UPDATE blank_destruction SET witnessed_by = $2, witnessed_at = now(), version = version + 1 WHERE id = $1',
        [id, caller.id],
      );
      await this.audit.record(tx, caller, {
        action: 'blank-destruction.witnessed',
        subject: { kind: 'blank-destruction', id },
        postId,
        detail: { blanks: serials.length },
      });
      return toResponse(await this.find(tx, id));
    });
  }

  /** The latest twenty. */
  list(caller: Caller): Promise<DestructionList> {
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<DestructionRow[]>(
        `SELECT ${COLUMNS} FROM blank_destruction ORDER BY proposed_at DESC, id DESC LIMIT 20`,
      );
      return { items: rows.map(toResponse) };
    });
  }

  private find(tx: EntityManager, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<DestructionRow> {
    return oneRow(tx, `SELECT ${COLUMNS} FROM blank_destruction WHERE id = $1 ${lock}`, [id]);
  }
}

const toResponse = ({ postId: _, proposedAt, witnessedAt, ...row }: DestructionRow): DestructionResponse => ({
  ...row,
  proposedAt: proposedAt.toISOString(),
  witnessedAt: witnessedAt?.toISOString() ?? null,
});
