import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Messages } from '../../notifications/messages.service.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostRounds } from '../../posts/post-rounds.js';

/** Who was told to come tomorrow, where it is six in the evening at the post. Parameter: post. */
const TOLD_FOR_TOMORROW_SQL = `
  SELECT b.id, b.registration_id AS "registrationId", told.at
  FROM booking b JOIN post p ON p.id = b.post_id
    CROSS JOIN LATERAL (SELECT date_trunc('day', now() AT TIME ZONE p.time_zone) AS today) local
    CROSS JOIN LATERAL (SELECT coalesce(b.return_at, b.starts_at) AS at) told
  WHERE b.post_id = $1 AND b.status = 'booked' AND b.called_forward_at IS NULL
    AND extract(hour FROM now() AT TIME ZONE p.time_zone) = 18
    AND told.at >= (local.today + interval '1 day') AT TIME ZONE p.time_zone
    AND told.at < (local.today + interval '2 days') AT TIME ZONE p.time_zone`;

/** Asks people the evening before whether they will come; who cannot is booked again at once (see `calls/call-replies.ts`). */
@Injectable()
export class EveningBefore implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly rounds: PostRounds,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('appointments.evening-before', '5,35 * * * *', () => this.ask());
  }

  /** Each person once, however often it runs. */
  ask(): Promise<void> {
    return this.rounds.atEach(async (tx, postId) => {
      const rows = await tx.query<{ id: string; registrationId: string; at: Date }[]>(TOLD_FOR_TOMORROW_SQL, [
        postId,
      ]);
      const asked = rows.map(({ id, registrationId: recipientId, at }) => ({
        postId,
        recipientId,
        kind: 'evening-before' as const,
        facts: { at: at.toISOString() },
        once: `evening-before ${id}`,
      }));
      await this.messages.queue(tx, ...asked);
    });
  }
}
