import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../../platform/auth/caller.js';
import { Database } from '../../../platform/database/database.js';
import { keyset, type PageQuery } from '../../../platform/http/keyset.js';
import { newId } from '../../../platform/ids.js';
import { invalid, notFound, Problem } from '../../../platform/problems/problem.js';
import { refusedBy } from '../../../platform/problems/refused-by.js';
import { CaseLog } from '../../case-log.js';
import { PeopleService } from '../../people.service.js';
import type {
  OwnWhereaboutsResponse,
  WhereaboutsAskRequest,
  WhereaboutsRequestResponse,
  WhereaboutsRequestsPage,
} from './whereabouts.dto.js';
import { REASON, WhereaboutsRecords, type WhereaboutsRow } from './whereabouts-records.js';
import { fitsVerdict, isDecided, type Verdict } from './whereabouts-state.js';
import {
  ASK_SQL,
  DECIDE_SQL,
  HOLD_SQL,
  LAPSE_SQL,
  LIST_SQL,
  ONE_SQL,
  OPEN_SQL,
  OWN_SQL,
  WAITING_SQL,
} from './whereabouts.sql.js';

/** What the database will not have. */
const REFUSED = {
  whereabouts_asked_once: 'whereabouts-asked-already',
  whereabouts_decided_by_another: 'whereabouts-asked-by-you',
};

/** Nobody sees alone where somebody is (decision 43): one asks, another agrees; in danger one opens it, and another looks at that. */
@Injectable()
export class WhereaboutsRequests {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly records: WhereaboutsRecords,
    private readonly log: CaseLog,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `not-found`, `erased`, `whereabouts-open-already`, `whereabouts-asked-already` (409) */
  ask(
    caller: Caller,
    registrationId: string,
    request: WhereaboutsAskRequest,
  ): Promise<WhereaboutsRequestResponse> {
    return this.add(caller, registrationId, request, ASK_SQL, 'registration.whereabouts-asked');
  }

  /** Without a second person, since danger cannot wait. @throws Problem `not-found`, `erased`, `whereabouts-open-already` (409) */
  openInDanger(
    caller: Caller,
    registrationId: string,
    request: WhereaboutsAskRequest,
  ): Promise<WhereaboutsRequestResponse> {
    return this.add(caller, registrationId, request, OPEN_SQL, 'registration.whereabouts-opened');
  }

  /**
   * What somebody else asked for, or opened because of danger. @throws Problem `not-found`, `whereabouts-asked-by-you`,
   * `whereabouts-decided` (409; also where it has lapsed), `invalid-input` where the verdict is none on this
   */
  async decide(caller: Caller, id: string, verdict: Verdict): Promise<WhereaboutsRequestResponse> {
    return this.database
      .transaction(caller.posts, async (tx) => {
        await tx.query(HOLD_SQL, [id]);
        const { state, registrationId, postId } = await this.one(tx, id);
        if (isDecided(state)) throw new Problem('conflict', 'whereabouts-decided');
        if (!fitsVerdict(state, verdict)) throw invalid({ pointer: '/verdict', code: 'not-a-choice' });
        await tx.query(DECIDE_SQL, [id, verdict, caller.id]);
        const action = state === 'opened' ? 'registration.whereabouts-reviewed' : DECIDED[verdict];
        await this.log.record(tx, caller, { id: registrationId, postId }, action, { request: id, verdict });
        return this.records.toResponse(await this.one(tx, id));
      })
      .catch(refusedBy(REFUSED));
  }

  /** What waits for another person at the caller's post, the oldest first; their own too, of which they decide nothing. */
  list(caller: Caller, query: PageQuery): Promise<WhereaboutsRequestsPage> {
    const page = keyset(query, ['uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<WhereaboutsRow[]>(LIST_SQL, [...page.after, page.limit + 1]);
      await this.audit.record(tx, caller, {
        action: 'registration.whereabouts-listed',
        subject: { kind: 'registration', id: null },
        postId: onlyPost(caller),
        detail: { found: Math.min(rows.length, page.limit) },
      });
      return page.of(
        rows,
        ({ id }) => [id],
        (row) => this.records.toResponse(row),
      );
    });
  }

  /** How much waits for the caller to decide. */
  waiting(caller: Caller): Promise<number> {
    return this.database.transaction(caller.posts, async (tx) => {
      const [row] = await tx.query<{ waiting: number }[]>(WAITING_SQL, [caller.id]);
      return row!.waiting;
    });
  }

  /** What the caller last asked about this person. @throws Problem `not-found` */
  own(caller: Caller, registrationId: string): Promise<OwnWhereaboutsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await this.people.registration(tx, registrationId);
      const [row] = await tx.query<WhereaboutsRow[]>(OWN_SQL, [registrationId, caller.id]);
      return row ? { request: this.records.toResponse(row) } : {};
    });
  }

  private async add(
    caller: Caller,
    registrationId: string,
    { reason }: WhereaboutsAskRequest,
    sql: string,
    action: string,
  ): Promise<WhereaboutsRequestResponse> {
    return this.database
      .transaction(caller.posts, async (tx) => {
        const { postId, person } = await this.people.registrationForChange(tx, registrationId);
        const sealed = this.people.key(person).seal(REASON, reason);
        await tx.query(LAPSE_SQL, [registrationId, caller.id]);
        const [own] = await tx.query<WhereaboutsRow[]>(OWN_SQL, [registrationId, caller.id]);
        if (own?.open) throw new Problem('conflict', 'whereabouts-open-already');
        const id = newId();
        await tx.query(sql, [id, postId, registrationId, caller.id, sealed]);
        await this.log.record(tx, caller, { id: registrationId, postId }, action, {
          request: id,
          reasonSealed: sealed.toString('base64'),
        });
        return this.records.toResponse(await this.one(tx, id));
      })
      .catch(refusedBy(REFUSED));
  }

  private async one(tx: EntityManager, id: string): Promise<WhereaboutsRow> {
    const [row] = await tx.query<WhereaboutsRow[]>(ONE_SQL, [id]);
    if (!row) throw notFound();
    return row;
  }
}

const DECIDED = {
  agreed: 'registration.whereabouts-agreed',
  declined: 'registration.whereabouts-declined',
} as Readonly<Record<Verdict, string>>;
