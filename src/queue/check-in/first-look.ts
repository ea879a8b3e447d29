import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import type { CheckInRequest } from './check-in.dto.js';
import { CheckInCredentials, unknown } from './check-in-credentials.js';
import { PaperTimes } from './paper-times.js';

/** Whose codes a kiosk was shown, before anybody is given a number. */
@Injectable()
export class FirstLook {
  constructor(
    private readonly database: Database,
    private readonly credentials: CheckInCredentials,
    private readonly papers: PaperTimes,
  ) {}

  /**
   * In a transaction of its own: the time that is told and the flag that is raised stay, although the answer is a refusal.
   * @throws Problem `credentials-unknown` (422), `come-back-later`, `not-open` (409)
   */
  async requireLetIn(caller: Caller, request: CheckInRequest): Promise<void> {
    const refused = await this.database.transaction(caller.posts, async (tx) => {
      const registrationId = await this.credentials.open(tx, caller, request);
      if (registrationId === undefined) return unknown();
      return this.papers.tooEarly(tx, caller, registrationId).catch(toldAfterwards);
    });
    if (refused) throw refused;
  }

  /**
   * What stands on a kiosk's paper, so that whoever comes back without more is found by it: the reference of the case that
   * the person's codes belong to, which is an address and lets nobody in.
   * @throws Problem `credentials-unknown` (422)
   */
  reference(caller: Caller, request: CheckInRequest): Promise<string> {
    return this.database.transaction(caller.posts, async (tx) => {
      const id = await this.credentials.find(tx, request);
      const [found] = await tx.query<{ reference: string }[]>(
        'SELECT reference FROM registration WHERE id = $1',
        [id],
      );
      return found!.reference;
    });
  }
}

/** A refusal by rule, to be thrown once what was written before it is committed. Anything else is thrown at once. */
function toldAfterwards(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}
