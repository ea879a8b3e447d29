import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { invalid, notFound } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { FactorChange } from './factor-change.js';
import { OwnFactorsService } from './own-factors.service.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { Passkeys } from './passkeys.js';
import type {
  NewPasskeyRequest,
  PasskeyOffer,
  PasskeyQuestion,
  RecoveryCodesResponse,
} from './second-factor.dto.js';

/** What staff do with their own passkeys. */
@Injectable()
export class OwnPasskeysService {
  constructor(
    private readonly database: Database,
    private readonly change: FactorChange,
    private readonly own: OwnFactorsService,
    private readonly passkeys: Passkeys,
    private readonly challenges: PasskeyChallenges,
  ) {}

  /** What a new key has to sign, and for whom it is. Keys that are known already are named, so that none is added twice. */
  offer({ id, sessionId, posts }: Caller): Promise<PasskeyOffer> {
    return this.database.transaction(posts, async (tx) => {
      const question = await this.challenges.ask(tx, sessionId!, 'registration', id!);
      const [account] = await tx.query<{ username: string; displayName: string }[]>(
        'SELECT username, display_name AS "displayName" FROM account WHERE id = $1',
        [id],
      );
      const userId = Buffer.from(id!.replaceAll('-', ''), 'hex').toString('base64url');
      return { ...question, userId, ...account! };
    });
  }

  /** What one of the keys has to sign, so that its holder proves that it is them. */
  ask({ id, sessionId, posts }: Caller): Promise<PasskeyQuestion> {
    return this.database.transaction(posts, (tx) => this.challenges.ask(tx, sessionId!, 'proof', id!));
  }

  /** @throws Problem `invalid-input` where the key did not sign what was asked, or the name is taken */
  async add(caller: Caller, { name, passkey }: NewPasskeyRequest): Promise<RecoveryCodesResponse> {
    const challenge = await this.database.transaction(caller.posts, (tx) =>
      this.challenges.take(tx, caller.sessionId!, 'registration'),
    );
    if (challenge === undefined) throw invalid({ pointer: '/passkey', code: 'wrong-passkey' });
    return this.change
      .run(caller, async (tx, accountId) => {
        if (!(await this.passkeys.add(tx, accountId, name, passkey, challenge)))
          throw invalid({ pointer: '/passkey', code: 'wrong-passkey' });
        const detail = { kind: 'passkey' };
        const answer = await this.own.firstCodes(tx, accountId);
        return { action: 'staff.second-factor-added', detail, answer };
      })
      .catch(
        refusedBy({
          passkey_name_once: { pointer: '/name', code: 'already-used' },
          passkey_credential_once: { pointer: '/passkey', code: 'wrong-passkey' },
        }),
      );
  }

  /** @throws Problem `not-found`, `last-second-factor` (409) */
  remove(caller: Caller, id: string): Promise<void> {
    return this.change.run(caller, async (tx, accountId) => {
      const [removed] = await tx.query<[unknown[], number]>(
        'DELETE FROM passkey WHERE id = $1 AND account_id = $2 RETURNING id',
        [id, accountId],
      );
      if (removed.length === 0) throw notFound();
      await this.own.afterRemoval(tx, accountId);
      return { action: 'staff.second-factor-removed', detail: { kind: 'passkey' }, answer: undefined };
    });
  }
}
