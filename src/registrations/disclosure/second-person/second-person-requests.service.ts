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
  OwnSecondPersonResponse,
  SecondPersonAskRequest,
  SecondPersonRequestResponse,
  SecondPersonRequestsPage,
} from './second-person.dto.js';
import { REASON, SecondPersonRecords, type SecondPersonRow } from './second-person-records.js';
import { ACTS } from './second-person-acts.js';
import {
  fitsVerdict,
  isDecided,
  SECOND_PERSON_KINDS,
  type SecondPersonKind,
  type Verdict,
} from './second-person-state.js';
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
} from './second-person.sql.js';

const ADD_SQL = { asked: ASK_SQL, opened: OPEN_SQL } as const;

/** What the database will not have. */
const REFUSED = {
  second_person_asked_once: 'second-person-asked-already',
  second_person_decided_by_another: 'second-person-asked-by-you',
  second_person_not_tied: 'tied-to-person',
  second_person_asker_not_tied: 'tied-to-person',
  second_person_looks_first: 'second-person-looks-first',
};

/** What nobody sees alone (decisions 43 and 44): one asks, another agrees; in danger one opens it, and another looks at that. */
@Injectable()
export class SecondPersonRequests {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly records: SecondPersonRecords,
    private readonly log: CaseLog,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `not-found`, 409: `erased`, `tied-to-person`, `second-person-open-already`, `second-person-asked-already` */
  ask(
    caller: Caller,
    registrationId: string,
    request: SecondPersonAskRequest,
  ): Promise<SecondPersonRequestResponse> {
    return this.add(caller, registrationId, request, 'asked');
  }

  /** Without a second person, since danger cannot wait. @throws Problem `not-found`, 409: `erased`, `tied-to-person`, `second-person-open-already`, `second-person-looks-first` */
  openInDanger(
    caller: Caller,
    registrationId: string,
    request: SecondPersonAskRequest,
  ): Promise<SecondPersonRequestResponse> {
    return this.add(caller, registrationId, request, 'opened');
  }

  /**
   * What somebody else asked for, or opened because of danger. @throws Problem `not-found`, `second-person-asked-by-you`, `tied-to-person`,
   * `second-person-decided` (409; also where it has lapsed), `invalid-input` where the verdict is none on this
   */
  async decide(caller: Caller, id: string, verdict: Verdict): Promise<SecondPersonRequestResponse> {
    return this.database
      .transaction(caller.posts, async (tx) => {
        await tx.query(HOLD_SQL, [id]);
        const { state, kind, registrationId, postId } = await this.one(tx, id);
        if (isDecided(state)) throw new Problem('conflict', 'second-person-decided');
        if (!fitsVerdict(state, verdict)) throw invalid({ pointer: '/verdict', code: 'not-a-choice' });
        await tx.query(DECIDE_SQL, [id, verdict, caller.id]);
        const subject = { id: registrationId, postId };
        await this.log.record(tx, caller, subject, ACTS[kind][verdict], { request: id, verdict });
        return this.records.toResponse(await this.one(tx, id));
      })
      .catch(refusedBy(REFUSED));
  }

  /** What waits for another person at the caller's post and the caller is not tied to, the oldest first; their own too, of which they decide nothing. */
  list(caller: Caller, query: PageQuery): Promise<SecondPersonRequestsPage> {
    const page = keyset(query, ['uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<SecondPersonRow[]>(LIST_SQL, [caller.id, ...page.after, page.limit + 1]);
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

  /** What the caller last asked about this person, of each kind. @throws Problem `not-found` */
  own(caller: Caller, registrationId: string): Promise<OwnSecondPersonResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await this.people.registration(tx, registrationId);
      const own: OwnSecondPersonResponse = {};
      for (const kind of SECOND_PERSON_KINDS) {
        const row = await this.last(tx, registrationId, caller.id, kind);
        if (row) own[kind] = this.records.toResponse(row);
      }
      return own;
    });
  }

  private async add(
    caller: Caller,
    registrationId: string,
    { kind, reason }: SecondPersonAskRequest,
    state: keyof typeof ADD_SQL,
  ): Promise<SecondPersonRequestResponse> {
    return this.database
      .transaction(caller.posts, async (tx) => {
        const { postId, person } = await this.people.registrationForChange(tx, registrationId);
        const sealed = this.people.key(person).seal(REASON, reason);
        await tx.query(LAPSE_SQL, [registrationId, caller.id, kind]);
        if ((await this.last(tx, registrationId, caller.id, kind))?.open)
          throw new Problem('conflict', 'second-person-open-already');
        const id = newId();
        await tx.query(ADD_SQL[state], [id, postId, registrationId, caller.id, sealed, kind]);
        await this.log.record(tx, caller, { id: registrationId, postId }, ACTS[kind][state], {
          request: id,
          reasonSealed: sealed.toString('base64'),
        });
        return this.records.toResponse(await this.one(tx, id));
      })
      .catch(refusedBy(REFUSED));
  }

  private async last(
    tx: EntityManager,
    registrationId: string,
    accountId: string | null,
    kind: SecondPersonKind,
  ): Promise<SecondPersonRow | undefined> {
    const [row] = await tx.query<SecondPersonRow[]>(OWN_SQL, [registrationId, accountId, kind]);
    return row;
  }

  private async one(tx: EntityManager, id: string): Promise<SecondPersonRow> {
    const [row] = await tx.query<SecondPersonRow[]>(ONE_SQL, [id]);
    if (!row) throw notFound();
    return row;
  }
}
