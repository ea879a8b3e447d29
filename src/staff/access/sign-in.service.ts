import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Role } from '../../platform/auth/roles.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { networkOf } from '../../platform/http/network-of.js';
import { Problem } from '../../platform/problems/problem.js';
import { enrolmentSecret } from '../devices/enrolment-code.js';
import { verifyPassword } from '../accounts/password.js';
import { type IssuedTokens, type SessionGrant, SessionsService } from './sessions.service.js';
import { SignInLimit } from './sign-in-limit.js';

const MOST_FROM_EVERYWHERE = 100;
const wrong = () => new Problem('unauthenticated', 'wrong-credentials');

/** How staff, devices and API clients get a session. Wrong and unknown answer alike, in body and time. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly limit: SignInLimit,
    private readonly audit: AuditLog,
    private readonly keyring: Keyring,
  ) {}

  /**
   * Guesses are few from one network and a hundred from everywhere: whoever knows a name can neither guess its password nor
   * keep its holder out from elsewhere.
   * @param address from where. @throws Problem `wrong-credentials` (401), `too-many-attempts` (429)
   */
  async withPassword(
    caller: Caller,
    username: string,
    password: string,
    address: string,
  ): Promise<IssuedTokens> {
    const name = username.toLowerCase();
    const forgive = [
      await this.limit.attempt('account from', `${name} ${networkOf(address)}`),
      await this.limit.attempt('account', name, MOST_FROM_EVERYWHERE),
    ];
    const [account] = await this.database.dataSource.query<
      { id: string; role: Role; password_hash: string; posts: string[] }[]
    >(
      `SELECT id, role, password_hash, ARRAY(SELECT post_id FROM account_post WHERE account_id = id) AS posts
       FROM account WHERE username = $1 AND active`,
      [name],
    );
    if (!(await verifyPassword(account?.password_hash, password)) || !account) throw wrong();
    for (const one of forgive) await one();
    const grant = { role: account.role, subjectId: account.id, postIds: account.posts };
    return this.openSession(caller, grant, 'SELECT FROM account WHERE id = $1 AND active FOR SHARE');
  }

  /** @throws Problem `wrong-credentials` (401) */
  async asClient(caller: Caller, secret: string): Promise<IssuedTokens> {
    const [client] = await this.database.dataSource.query<{ id: string; post_id: string }[]>(
      'SELECT id, post_id FROM api_client WHERE secret_index = $1 AND active',
      [this.keyring.blindIndex('client-secret', secret)],
    );
    if (!client) throw wrong();
    const grant = { role: 'client' as const, subjectId: client.id, postIds: [client.post_id] };
    return this.openSession(caller, grant, 'SELECT FROM api_client WHERE id = $1 AND active FOR SHARE');
  }

  /** Enrols a kiosk or a board with its one-time code of 80 bits. @throws Problem `wrong-credentials` (401) */
  async enrolDevice(caller: Caller, code: string): Promise<IssuedTokens> {
    const [known] = await this.database.dataSource.query<{ posts: string[] }[]>(
      'SELECT ARRAY[post_id] AS posts FROM device WHERE enrolment_index = $1',
      [enrolmentSecret(this.keyring, code)],
    );
    return this.database.transaction(known?.posts ?? [], async (tx) => {
      const [rows] = await tx.query<[{ id: string; kind: 'kiosk' | 'board'; post_id: string }[], number]>(
        `UPDATE device SET enrolled_at = now(), enrolment_index = NULL
         WHERE enrolment_index = $1 AND enrolment_expires_at > now() AND revoked_at IS NULL RETURNING id, kind, post_id`,
        [enrolmentSecret(this.keyring, code)],
      );
      const device = rows[0];
      if (!device) throw wrong();
      return this.opened(tx, caller, { role: device.kind, subjectId: device.id, postIds: [device.post_id] });
    });
  }

  async signOut(caller: Caller): Promise<void> {
    const { sessionId } = caller;
    if (sessionId === null) return;
    await this.database.transaction(caller.posts, async (tx) => {
      await this.sessions.end(tx, sessionId);
      await this.record(tx, caller, 'session.ended', sessionId, caller.posts);
    });
  }

  /** @throws Problem `not-signed-in` (401); where the token had been used before, its session has ended */
  async renew(caller: Caller, refreshToken: string): Promise<IssuedTokens> {
    const renewed = await this.sessions.renew(refreshToken);
    if (renewed) return renewed;
    await this.database.transaction(await this.sessions.postsOfFamily(refreshToken), async (tx) => {
      const ended = await this.sessions.endReused(tx, refreshToken);
      if (ended) await this.record(tx, caller, 'session.token-reused', ended.id, ended.postIds);
    });
    throw new Problem('unauthenticated', 'not-signed-in');
  }

  /** @param stillAllowed locks who signs in against being shut out meanwhile; no row where that has happened */
  private openSession(caller: Caller, grant: SessionGrant, stillAllowed: string): Promise<IssuedTokens> {
    return this.database.transaction(grant.postIds, async (tx) => {
      const allowed = await tx.query<unknown[]>(stillAllowed, [grant.subjectId]);
      if (allowed.length === 0) throw wrong();
      return this.opened(tx, caller, grant);
    });
  }

  private async opened(tx: EntityManager, caller: Caller, grant: SessionGrant): Promise<IssuedTokens> {
    const tokens = await this.sessions.open(tx, grant);
    const opener = { ...caller, role: grant.role, id: grant.subjectId };
    await this.record(tx, opener, 'session.opened', null, grant.postIds);
    return tokens;
  }

  /** Once for each post of the session, so that the auditors of every one of them see it. */
  private record(
    tx: EntityManager,
    caller: Caller,
    action: string,
    id: string | null,
    posts: readonly string[],
  ): Promise<void> {
    const events = posts.map((postId) => ({ action, subject: { kind: 'session', id }, postId }));
    return this.audit.record(tx, caller, ...events);
  }
}
