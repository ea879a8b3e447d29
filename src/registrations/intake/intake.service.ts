import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import type { Post } from '../../posts/post.entity.js';
import { PostsService } from '../../posts/posts.service.js';
import type { RegistrationReceipt, RegistrationRequest } from './intake.dto.js';
import { IntakeRecords } from './intake-records.js';
import { intakeFaults } from './intake-rules.js';

/** Takes in one person, once for each idempotency key. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly records: IntakeRecords,
    private readonly posts: PostsService,
  ) {}

  /** @throws Problem `invalid-input`, `not-allowed` (another post's device or officer), `idempotency-key-reused` */
  async register(
    caller: Caller,
    request: RegistrationRequest,
    idempotent: IdempotentRequest,
  ): Promise<RegistrationReceipt> {
    const post = await this.postOf(request.post);
    if (caller.role !== 'everyone' && !caller.posts.includes(post.id))
      throw new Problem('forbidden', 'not-allowed');
    const faults = intakeFaults(request, this.records.today(post));
    if (faults.length > 0) throw invalid(...faults);
    return this.database.transaction([post.id], (tx) =>
      this.idempotency.once(tx, idempotent, () => this.records.write(tx, caller, post, request)),
    );
  }

  private postOf(code: string): Promise<Post> {
    return this.posts.byCode(code).catch(() => {
      throw invalid({ pointer: '/post', code: 'not-a-choice' });
    });
  }
}
