import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import type { StaffRole } from '../../platform/auth/roles.js';
import { Database } from '../../platform/database/database.js';
import { networkOf } from '../../platform/http/network-of.js';
import { verifyPassword } from '../accounts/password.js';
import { Factors, hasFactor } from '../second-factor/factors.js';
import type { SecondStepResponse } from '../second-factor/second-factor.dto.js';
import { SecondStepService } from '../second-factor/second-step.service.js';
import { openerOf, SessionOpening } from './session-opening.js';
import type { IssuedTokens } from './session-tokens.js';
import { SignInLimit } from './sign-in-limit.js';
import { wrongCredentials } from './sign-in.service.js';

const MOST_FROM_EVERYWHERE = 100;

interface Account {
  id: string;
  role: StaffRole;
  password_hash: string;
  posts: string[];
}

/** How staff sign in: with their password, which opens a session, or the second step where they have a second factor. */
@Injectable()
export class PasswordSignInService {
  constructor(
    private readonly database: Database,
    private readonly limit: SignInLimit,
    private readonly opening: SessionOpening,
    private readonly factors: Factors,
    private readonly steps: SecondStepService,
  ) {}

  /**
   * Guesses are few from one network and a hundred from everywhere: whoever knows a name can neither guess its password nor
   * keep its holder out from elsewhere.
   * @param address from where. @throws Problem `wrong-credentials` (401), `too-many-attempts` (429)
   */
  async signIn(
    caller: Caller,
    username: string,
    password: string,
    address: string,
  ): Promise<IssuedTokens | SecondStepResponse> {
    const name = username.toLowerCase();
    const forgive = [
      await this.limit.attempt('account from', `${name} ${networkOf(address)}`),
      await this.limit.attempt('account', name, MOST_FROM_EVERYWHERE),
    ];
    const [account] = await this.database.dataSource.query<Account[]>(
      `SELECT id, role, password_hash, ARRAY(SELECT post_id FROM account_post WHERE account_id = id) AS posts
       FROM account WHERE username = $1 AND active`,
      [name],
    );
    if (!(await verifyPassword(account?.password_hash, password)) || !account) {
      this.limit.tell('account', name);
      throw wrongCredentials();
    }
    for (const one of forgive) await one();
    return this.open(caller, account);
  }

  private open(
    caller: Caller,
    { id, role, posts, password_hash }: Account,
  ): Promise<IssuedTokens | SecondStepResponse> {
    return this.database.transaction(posts, async (tx) => {
      // locked against being shut out meanwhile, and against a change of the password or of factors
      const [allowed] = await tx.query<{ resetAt: Date | null; passwordOwed: boolean }[]>(
        `SELECT second_factor_reset_at AS "resetAt", password_owed AS "passwordOwed" FROM account
         WHERE id = $1 AND active AND password_hash = $2 FOR SHARE`,
        [id, password_hash],
      );
      if (!allowed) throw wrongCredentials();
      const grant = { role, subjectId: id, postIds: posts };
      const factors = await this.factors.of(tx, id);
      if (hasFactor(factors)) {
        await this.opening.record(tx, openerOf(caller, grant), 'session.second-factor-asked', null, posts);
        return this.steps.begin(tx, id, factors);
      }
      const { resetAt, passwordOwed } = allowed;
      return this.opening.open(tx, caller, {
        ...grant,
        secondFactor: resetAt ? 'owed' : 'none',
        passwordOwed,
      });
    });
  }
}
