import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { enrolmentSecret } from '../devices/enrolment-code.js';
import { SessionOpening } from './session-opening.js';
import { SessionRenewal } from './session-renewal.js';
import type { IssuedTokens } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';

/** Alike for what is wrong and what does not exist. */
export const wrongCredentials = () => new Problem('unauthenticated', 'wrong-credentials');

/** How devices and API clients get a session, and how sessions go on and end. Wrong and unknown answer alike, in body and time. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly renewal: SessionRenewal,
    private readonly opening: SessionOpening,
    private readonly keyring: Keyring,
  ) {}

  /** @throws Problem `wrong-credentials` (401) */
  async asClient(caller: Caller, secret: string): Promise<IssuedTokens> {
    const [client] = await this.database.dataSource.query<{ id: string; post_id: string }[]>(
      'SELECT id, post_id FROM api_client WHERE secret_index = $1 AND active',
      [this.keyring.blindIndex('client-secret', secret)],
    );
    if (!client) throw wrongCredentials();
    const postIds = [client.post_id];
    return this.database.transaction(postIds, async (tx) => {
      // locked against being shut out meanwhile
      const allowed = await tx.query<unknown[]>('SELECT FROM api_client WHERE id = $1 AND active FOR SHARE', [
        client.id,
      ]);
      if (allowed.length === 0) throw wrongCredentials();
      return this.opening.open(tx, caller, { role: 'client', subjectId: client.id, postIds });
    });
  }

  /**
   * Enrols a kiosk or a board with its code of 80 bits, which counts until the device has shown that it keeps its session
   * (see DevicePresence): used again before that, it ends what it opened. @throws Problem `wrong-credentials` (401)
   */
  async enrolDevice(caller: Caller, code: string): Promise<IssuedTokens> {
    const [known] = await this.database.dataSource.query<{ posts: string[] }[]>(
      'SELECT ARRAY[post_id] AS posts FROM device WHERE enrolment_index = $1',
      [enrolmentSecret(this.keyring, code)],
    );
    return this.database.transaction(known?.posts ?? [], async (tx) => {
      const [rows] = await tx.query<[{ id: string; kind: 'kiosk' | 'board'; post_id: string }[], number]>(
        `UPDATE device SET enrolled_at = now()
         WHERE enrolment_index = $1 AND enrolment_expires_at > now() AND revoked_at IS NULL RETURNING id, kind, post_id`,
        [enrolmentSecret(this.keyring, code)],
      );
      const device = rows[0];
      if (!device) throw wrongCredentials();
      await this.sessions.endAllOf(tx, device.id);
      return this.opening.open(tx, caller, {
        role: device.kind,
        subjectId: device.id,
        postIds: [device.post_id],
      });
    });
  }

  async signOut(caller: Caller): Promise<void> {
    const { sessionId } = caller;
    if (sessionId === null) return;
    await this.database.transaction(caller.posts, async (tx) => {
      await this.sessions.end(tx, sessionId);
      await this.opening.record(tx, caller, 'session.ended', sessionId, caller.posts);
    });
  }

  /** @throws Problem `not-signed-in` (401); where the token had been used before its last moments, its session has ended */
  async renew(caller: Caller, refreshToken: string): Promise<IssuedTokens> {
    const renewed = await this.renewal.renew(refreshToken);
    if (renewed) return renewed;
    await this.database.transaction(await this.renewal.postsOfFamily(refreshToken), async (tx) => {
      const ended = await this.renewal.endReused(tx, refreshToken);
      if (ended) await this.opening.record(tx, caller, 'session.token-reused', ended.id, ended.postIds);
    });
    throw new Problem('unauthenticated', 'not-signed-in');
  }
}
