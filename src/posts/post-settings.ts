import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '../platform/database/after-commit.js';
import { LiveEvents } from '../platform/live/live-events.js';
import { PostsService } from './posts.service.js';

/**
 * What later stages set at a post. Each of them says what its own settings mean and when they may change; they stand in the
 * table of posts, which is written here alone, and every process is told.
 */
@Injectable()
export class PostSettings {
  constructor(
    private readonly posts: PostsService,
    private readonly live: LiveEvents,
  ) {}

  /** Days after which ended cases and written messages are forgotten. Another version of the two. */
  async setRetention(
    tx: EntityManager,
    postId: string,
    { caseDays, messageDays }: { caseDays: number; messageDays: number },
  ): Promise<void> {
    await tx.query(
      `UPDATE post SET retention_days = $2, message_days = $3, retention_version = retention_version + 1,
         retention_changed_at = now() WHERE id = $1`,
      [postId, caseDays, messageDays],
    );
    this.tell(tx, postId);
  }

  /** What a travel document costs. @param currency three letters, as ISO 4217 has them */
  async setDocumentFee(
    tx: EntityManager,
    postId: string,
    { fee, currency }: { fee: number; currency: string },
  ): Promise<void> {
    await tx.query('UPDATE post SET document_fee = $2, document_fee_currency = $3 WHERE id = $1', [
      postId,
      fee,
      currency,
    ]);
    this.tell(tx, postId);
  }

  /** From now on every document takes a counted blank sheet, for good. Safe to repeat. */
  async requireBlanks(tx: EntityManager, postId: string): Promise<void> {
    await tx.query('UPDATE post SET blanks_required = true WHERE id = $1 AND NOT blanks_required', [postId]);
    this.tell(tx, postId);
  }

  private tell(tx: EntityManager, postId: string): void {
    afterCommit(tx, () => this.posts.forget());
    this.live.announce(tx, { postId, kind: 'post' });
  }
}
