import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import { Topics } from '../../../platform/jobs/topics.js';
import { PostsService } from '../../../posts/posts.service.js';
import { ISSUE_BATCH_BEGUN } from '../../travel-documents.topics.js';
import { IssuingBatches } from './issuing-batches.service.js';

/** A killed worker's job is locked for hours; a batch without progress for so long is taken up by another one. */
const STALLED = `SELECT id FROM issue_batch WHERE post_id = $1 AND state = 'running'
  AND progressed_at < now() - interval '45 seconds' ORDER BY progressed_at LIMIT 10`;

/** When batches are issued, and taken up again. */
@Injectable()
export class IssueBatchJobs implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly issuing: IssuingBatches,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(ISSUE_BATCH_BEGUN, 'document.issue-batch', (begun) =>
      this.issuing.issue(begun.postId, String(begun['batchId']), begun.requestId),
    );
    this.topics.schedule('document.resume-batches', '* * * * *', () => this.resume());
  }

  async resume(): Promise<void> {
    for (const { id: postId } of await this.posts.all()) {
      const stalled = await this.database.transaction([postId], (tx) =>
        tx.query<{ id: string }[]>(STALLED, [postId]),
      );
      for (const { id } of stalled) await this.issuing.issue(postId, id, newId());
    }
  }
}
