import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../../platform/ids.js';
import { Topics } from '../../../platform/jobs/topics.js';
import { PostRounds } from '../../../posts/post-rounds.js';
import { ISSUE_BATCH_BEGUN } from '../../travel-documents.topics.js';
import { IssuingBatches } from './issuing-batches.service.js';

/** A killed worker's job is locked for hours; a batch without progress for so long is taken up by another one. */
const STALLED = `SELECT id FROM issue_batch WHERE post_id = $1 AND state = 'running'
  AND progressed_at < now() - interval '45 seconds' ORDER BY progressed_at LIMIT $2`;

/** When batches are issued, and taken up again. */
@Injectable()
export class IssueBatchJobs implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly rounds: PostRounds,
    private readonly issuing: IssuingBatches,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(ISSUE_BATCH_BEGUN, 'document.issue-batch', (begun) =>
      this.issuing.issue(begun.postId, String(begun['batchId']), begun.requestId),
    );
    this.topics.schedule('document.resume-batches', '* * * * *', () => this.resume());
  }

  resume(): Promise<void> {
    return this.rounds.each(STALLED, 10, (postId, id) => this.issuing.issue(postId, id, newId()));
  }
}
