import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { together } from '../../platform/database/together.js';
import { Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import type { IssuedTokens } from '../../staff/access/session-tokens.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { SignInLimit } from '../../staff/access/sign-in-limit.js';
import { CaseLog } from '../case-log.js';
import { DuressFlagRecords } from '../duress/duress-flag-records.js';
import { triedReference } from '../reference.js';
import type { AccessRequest } from './access.dto.js';
import { ShownCodes } from './shown-codes.js';

/**
 * Lets a person at their own registration. A wrong code, a wrong secret and a registration that does not exist answer
 * alike and run the same statements, so that neither body nor time tells them apart. The help word opens as the code does;
 * what it raises goes along with what every sign-in writes. Where the person seems to be erased it raises the same and answers
 * as a wrong code does.
 */
@Injectable()
export class AccessService {
  constructor(
    private readonly database: Database,
    private readonly codes: ShownCodes,
    private readonly limit: SignInLimit,
    private readonly sessions: SessionsService,
    private readonly posts: PostsService,
    private readonly log: CaseLog,
    private readonly flags: DuressFlagRecords,
  ) {}

  /** @throws Problem `wrong-credentials` (401), `too-many-attempts` (429, for a reference that was tried too often) */
  enter(caller: Caller, request: AccessRequest): Promise<IssuedTokens> {
    const open = () => this.open(caller, request);
    if (request.accessSecret !== undefined) return open();
    return this.limit.guess('reference', triedReference(request.reference), open);
  }

  private async open(caller: Caller, request: AccessRequest): Promise<IssuedTokens> {
    const posts = await this.posts.ids();
    const tokens = await this.database.transaction(posts, async (tx) => {
      const found = await this.codes.hold(tx, request);
      if (!found) return undefined;
      const { id, postId, duress } = found;
      const person: Caller = { ...caller, role: 'person', id };
      if (found.closed) return this.flags.raise(tx, person, found, 'web').then(() => undefined);
      const [opened] = await together(
        this.sessions.open(tx, { role: 'person', subjectId: id, postIds: [postId], duress }),
        this.log.record(tx, person, { id, postId }, 'access.opened'),
        duress ? this.flags.raise(tx, person, found, 'web') : Promise.resolve(),
      );
      return opened;
    });
    if (!tokens) throw new Problem('unauthenticated', 'wrong-credentials');
    return tokens;
  }
}
