import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import { type IssuedTokens, SessionsService } from '../../staff/access/sessions.service.js';
import { SignInLimit } from '../../staff/access/sign-in-limit.js';
import { accessIndexes } from '../intake/access-credentials.js';
import { triedReference } from '../reference.js';
import type { AccessRequest } from './access.dto.js';

/**
 * Lets a person at their own registration. A wrong code, a wrong secret and a registration that does not exist answer
 * alike and run the same statements, so that neither body nor time tells them apart.
 */
@Injectable()
export class AccessService {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly limit: SignInLimit,
    private readonly sessions: SessionsService,
    private readonly posts: PostsService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `wrong-credentials` (401), `too-many-attempts` (429, for a reference that was tried too often) */
  async enter(caller: Caller, request: AccessRequest): Promise<IssuedTokens> {
    const reference = triedReference(request.reference);
    const typed = request.accessSecret === undefined;
    if (typed) await this.limit.requireRoom('reference', reference);
    const posts = (await this.posts.all()).map(({ id }) => id);
    const index = accessIndexes(this.keyring);
    const tokens = await this.database.transaction(posts, async (tx) => {
      const [found] = await tx.query<{ id: string; post_id: string }[]>(
        typed
          ? 'SELECT id, post_id FROM registration WHERE reference = $1 AND access_code_index = $2'
          : "SELECT id, post_id FROM registration WHERE access_secret_index = $2 AND $1 = ''",
        typed
          ? [reference, index.code(reference, request.accessCode ?? '')]
          : ['', index.secret(request.accessSecret ?? '')],
      );
      if (!found) return undefined;
      await this.audit.record(
        tx,
        { ...caller, role: 'person', id: found.id },
        { action: 'access.opened', subject: { kind: 'registration', id: found.id }, postId: found.post_id },
      );
      return this.sessions.open(tx, { role: 'person', subjectId: found.id, postIds: [found.post_id] });
    });
    if (tokens) return tokens;
    if (typed) await this.limit.countFailure('reference', reference);
    throw new Problem('unauthenticated', 'wrong-credentials');
  }
}
