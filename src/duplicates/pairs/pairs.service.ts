import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import { PeopleService } from '../../registrations/people.service.js';
import { Merging } from '../merging/merging.js';
import { RegistrationMerge } from '../merging/registration-merge.entity.js';
import type { DuplicateComparisonResponse, DuplicatesPage, DuplicatesQuery } from './duplicates.dto.js';
import { type Side, toComparisonResponse, toDuplicateResponse, type WorklistRow } from './pair-response.js';
import { findPair, WAITING_SQL, WORKLIST_SQL } from './pairs.sql.js';

/** How many pairs nobody has decided on, and how many of those are surely one person. */
export interface WaitingPairs {
  waiting: number;
  sure: number;
}

/** Reads pairs of registrations that may be one person. Reads of personal data are on record under both cases. */
@Injectable()
export class PairsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly merging: Merging,
    private readonly audit: AuditLog,
  ) {}

  /** What speaks most for one person first. On record as a read. */
  list(caller: Caller, query: DuplicatesQuery): Promise<DuplicatesPage> {
    const page = keyset(query, ['integer', 'uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<WorklistRow[]>(WORKLIST_SQL, [
        query.status ?? 'open',
        ...page.after,
        page.limit + 1,
      ]);
      await this.listed(tx, caller, rows.slice(0, page.limit));
      return page.of(rows, ({ weight, id }) => [weight, id], toDuplicateResponse);
    });
  }

  waiting(caller: Caller): Promise<WaitingPairs> {
    return this.database.transaction(caller.posts, async (tx) => {
      const [row] = await tx.query<WaitingPairs[]>(WAITING_SQL);
      return row!;
    });
  }

  /** Both cases side by side, masked. @throws Problem `not-found`, `erased` (409) */
  read(caller: Caller, id: string): Promise<DuplicateComparisonResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { firstId, secondId, postId } = await findPair(tx, id);
      const events = [firstId, secondId].map((registrationId) => ({
        action: 'duplicates.read',
        subject: { kind: 'registration', id: registrationId },
        postId,
        detail: { pair: id },
      }));
      await this.audit.record(tx, caller, ...events);
      return this.comparison(tx, id);
    });
  }

  /** Puts on record whose pairs somebody is shown in a list. Joins the caller's transaction. */
  listed(tx: EntityManager, caller: Caller, pairs: readonly { id: string }[]): Promise<void> {
    return this.audit.record(tx, caller, {
      action: 'duplicates.listed',
      subject: { kind: 'duplicate-pair', id: null },
      postId: onlyPost(caller),
      detail: { pairs: pairs.map(({ id }) => id) },
    });
  }

  /** Joins the caller's transaction. */
  async comparison(tx: EntityManager, id: string): Promise<DuplicateComparisonResponse> {
    const pair = await findPair(tx, id);
    const [first, second] = [await this.side(tx, pair.firstId), await this.side(tx, pair.secondId)];
    const prospect = await this.merging.prospect(tx, [first.registration, second.registration]);
    const merge = await tx.findOneBy(RegistrationMerge, { pairId: id, undoneAt: IsNull() });
    return toComparisonResponse(pair, [first, second], prospect, merge ?? undefined);
  }

  private async side(tx: EntityManager, id: string): Promise<Side> {
    const registration = await this.people.registration(tx, id);
    return { registration, identity: this.people.identity(registration.person) };
  }
}
