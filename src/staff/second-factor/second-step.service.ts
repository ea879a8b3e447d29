import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import type { StaffRole } from '../../platform/auth/roles.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { randomSecret } from '../../platform/crypto/secret-text.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
import { openerOf, SessionOpening } from '../access/session-opening.js';
import type { IssuedTokens } from '../access/session-tokens.js';
import { type FactorsOf, kindsOf } from './factors.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { ProvenFactors } from './proven-factors.js';
import type { FactorProof, PasskeyQuestion, SecondStepResponse } from './second-factor.dto.js';

const SECONDS = 300;
const over = () => new Problem('unauthenticated', 'sign-in-over');

interface Step {
  id: string;
  accountId: string;
  role: StaffRole;
  passwordOwed: boolean;
  posts: string[];
}

const STEP_SQL = `
  SELECT s.id, a.id AS "accountId", a.role, a.password_owed AS "passwordOwed",
    ARRAY(SELECT post_id FROM account_post WHERE account_id = a.id) AS posts
  FROM sign_in_step s JOIN account a ON a.id = s.account_id
  WHERE s.token_index = $1 AND s.expires_at > now() AND a.active`;

/** Signing in with a second factor, after the password. */
@Injectable()
export class SecondStepService {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly opening: SessionOpening,
    private readonly challenges: PasskeyChallenges,
    private readonly proven: ProvenFactors,
  ) {}

  /** The password was right: what opens the second step, for five minutes and once. */
  async begin(tx: EntityManager, accountId: string, factors: FactorsOf): Promise<SecondStepResponse> {
    const secondFactorToken = randomSecret();
    await tx.query(
      `INSERT INTO sign_in_step (id, account_id, token_index, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => ${SECONDS}))`,
      [newId(), accountId, this.index(secondFactorToken)],
    );
    return { secondFactorToken, expiresIn: SECONDS, kinds: kindsOf(factors) };
  }

  /** What can be given. @throws Problem `sign-in-over` (401) */
  async kinds(token: string): Promise<SecondStepResponse['kinds']> {
    const step = await this.step(token);
    return kindsOf(await this.proven.factorsOf(step.accountId));
  }

  /** What a passkey has to sign. @throws Problem `sign-in-over` (401) */
  async askPasskey(token: string): Promise<PasskeyQuestion> {
    const step = await this.step(token);
    return this.database.transaction(step.posts, (tx) =>
      this.challenges.ask(tx, step.id, 'proof', step.accountId),
    );
  }

  /** @throws Problem `sign-in-over`, `wrong-second-factor` (401), `too-many-attempts` (429) */
  async finish(caller: Caller, token: string, proof: FactorProof): Promise<IssuedTokens> {
    const { id, accountId, role, passwordOwed, posts } = await this.step(token);
    const grant = {
      role,
      subjectId: accountId,
      postIds: posts,
      secondFactor: 'given' as const,
      passwordOwed,
    };
    const holder = openerOf({ ...caller, posts }, grant);
    const tokens = await this.proven.whenProven(holder, proof, id, async (tx, secondFactor) => {
      const [taken] = await tx.query<[unknown[], number]>(
        'DELETE FROM sign_in_step WHERE id = $1 RETURNING id',
        [id],
      );
      if (taken.length === 0) throw over();
      return this.opening.open(tx, caller, grant, { secondFactor });
    });
    if (!tokens) throw new Problem('unauthenticated', 'wrong-second-factor');
    return tokens;
  }

  private async step(token: string): Promise<Step> {
    const [step] = await this.database.dataSource.query<Step[]>(STEP_SQL, [this.index(token)]);
    if (!step) throw over();
    return step;
  }

  private index(token: string): Buffer {
    return this.keyring.blindIndex('second-step', token);
  }
}
