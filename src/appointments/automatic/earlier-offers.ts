import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostRounds } from '../../posts/post-rounds.js';
import { timeTold } from '../bookings/booking-status.js';
import { OwnParty } from '../own/own-party.js';
import { PartyMoving } from '../own/party-moving.js';
import { EARLIER_SLOT_SQL, WANT_EARLIER_SQL } from '../own/own-appointment.sql.js';

/** People a round at each post. */
const MOST = 50;

/**
 * Gives seats that became free to people who would come earlier, those in more need first. Their own seat goes on to the
 * next of them. They are told, and have hours to set out; a wish counts once.
 */
@Injectable()
export class EarlierOffers implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly rounds: PostRounds,
    private readonly party: OwnParty,
    private readonly moving: PartyMoving,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('appointments.offer-earlier', '*/5 * * * *', () => this.offer());
  }

  offer(): Promise<void> {
    return this.rounds.each(WANT_EARLIER_SQL, MOST, (postId, id) => this.move(postId, id));
  }

  private move(postId: string, registrationId: string): Promise<void> {
    const caller = systemCaller(postId, `offer-earlier ${newId()}`);
    return this.database.transaction([postId], async (tx) => {
      const party = await this.party.of(tx, registrationId);
      if (!party) return;
      const [{ booking }] = party;
      const [slot] = await tx.query<{ id: string }[]>(EARLIER_SLOT_SQL, [
        postId,
        booking.serviceTypeId,
        timeTold(booking),
        party.length,
      ]);
      if (slot) await this.moving.move(tx, caller, party, slot.id);
    });
  }
}
