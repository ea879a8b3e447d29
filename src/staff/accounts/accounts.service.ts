import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { AT_ONE_POST } from '../../platform/auth/roles.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { newId } from '../../platform/ids.js';
import { invalid, notFound } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { SessionsService } from '../access/sessions.service.js';
import { oweCountersignature } from '../countersigning/giving.js';
import { HAS_FACTOR_SQL } from '../second-factor/factors.js';
import { eventsAt } from './account-events.js';
import type {
  AccountChangeRequest,
  AccountList,
  AccountResponse,
  NewAccountRequest,
} from './accounts.dto.js';
import { requireHardToGuess } from './new-password.js';
import { hashPassword } from './password.js';

/** Who made an account's password: somebody else, so that its holder has to choose another one, or its holder. */
export type PasswordMade = 'by-another' | 'by-holder';

interface AccountRow extends Omit<AccountResponse, 'createdAt'> {
  createdAt: Date;
}

/** Accounts of the caller's posts, kept by administrators. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly sessions: SessionsService,
  ) {}

  list(caller: Caller): Promise<AccountList> {
    return this.database.transaction(caller.posts, async (tx) => ({
      items: (await this.visible(tx, caller)).map(response),
    }));
  }

  /** @throws Problem `invalid-input` where the name is taken, a post is not the caller's or one too many for the role, or the password easy to guess */
  async create(
    caller: Caller,
    request: NewAccountRequest,
    password?: PasswordMade,
  ): Promise<AccountResponse> {
    return this.database
      .transaction(caller.posts, (tx) => this.createIn(tx, caller, request, password))
      .catch(refusedBy({ account_username_once: { pointer: '/username', code: 'already-used' } }));
  }

  /** Joins the caller's transaction; a name that is taken is told by `account_username_once`. @throws Problem `invalid-input` */
  async createIn(
    tx: EntityManager,
    caller: Caller,
    request: NewAccountRequest,
    password: PasswordMade = 'by-another',
  ): Promise<AccountResponse> {
    if (request.posts.length === 0 || request.posts.some((post) => !caller.posts.includes(post)))
      throw invalid({ pointer: '/posts', code: 'not-a-choice' });
    if (request.posts.length > 1 && AT_ONE_POST.includes(request.role))
      throw invalid({ pointer: '/posts', code: 'too-many-items' });
    requireHardToGuess(request.password, [request.username, request.displayName], '/password');
    const passwordHash = await hashPassword(request.password);
    const id = newId();
    await tx.query(
      `INSERT INTO account (id, username, display_name, role, password_hash, password_owed)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, request.username, request.displayName, request.role, passwordHash, password === 'by-another'],
    );
    await tx.query('INSERT INTO account_post SELECT $1, unnest($2::uuid[])', [id, request.posts]);
    await oweCountersignature(tx, caller, id, 'account');
    await this.record(tx, caller, 'account.created', id, request.posts, { role: request.role });
    return response(await this.one(tx, caller, id));
  }

  /** @throws Problem `not-found`, `stale` */
  change(
    caller: Caller,
    id: string,
    version: number,
    { active }: AccountChangeRequest,
  ): Promise<AccountResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const account = await this.one(tx, caller, id);
      requireVersion(account.version, version);
      await tx.query('UPDATE account SET active = $2, version = version + 1 WHERE id = $1', [id, active]);
      if (!active) await this.sessions.endAllOf(tx, id);
      await this.record(tx, caller, active ? 'account.opened' : 'account.closed', id, account.posts);
      return response(await this.one(tx, caller, id));
    });
  }

  /** How the holders of accounts are called, by their ids. */
  async displayNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const accounts = await this.database.dataSource.query<{ id: string; name: string }[]>(
      'SELECT id, display_name AS name FROM account WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return new Map(accounts.map(({ id, name }) => [id, name]));
  }

  private async one(tx: EntityManager, caller: Caller, id: string): Promise<AccountRow> {
    await tx.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [id]);
    const account = (await this.visible(tx, caller)).find((row) => row.id === id);
    if (!account) throw notFound();
    return account;
  }

  /** Accounts all of whose posts are the caller's. */
  private visible(tx: EntityManager, caller: Caller): Promise<AccountRow[]> {
    return tx.query(
      `SELECT a.id, username, display_name AS "displayName", role, active, version, created_at AS "createdAt",
         ${HAS_FACTOR_SQL} AS "secondFactor", a.id IN (SELECT id FROM waiting_account) AS waits, array_agg(p.post_id) AS posts
       FROM account a JOIN account_post p ON p.account_id = a.id
       GROUP BY a.id HAVING array_agg(p.post_id) <@ $1::uuid[] ORDER BY username`,
      [caller.posts],
    );
  }

  private record(
    tx: EntityManager,
    caller: Caller,
    action: string,
    id: string,
    posts: readonly string[],
    detail: Record<string, unknown> = {},
  ) {
    return this.audit.record(tx, caller, ...eventsAt(posts, action, id, detail));
  }
}

const response = ({ createdAt, ...rest }: AccountRow): AccountResponse => ({
  ...rest,
  createdAt: createdAt.toISOString(),
});
