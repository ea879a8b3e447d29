import { Injectable } from '@nestjs/common';
import { AppointmentsService } from '../../appointments/appointments.service.js';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import { Database } from '../../platform/database/database.js';
import { PostsService } from '../../posts/posts.service.js';
import type { AppointmentTime } from './receipt.view.js';

/** When and where a person is to come, as their receipt and their status say it. */
@Injectable()
export class OwnAppointment {
  constructor(
    private readonly database: Database,
    private readonly appointments: AppointmentsService,
    private readonly posts: PostsService,
    private readonly kept: KeptCase,
  ) {}

  async of(postId: string, registrationId: string): Promise<AppointmentTime | null> {
    const [booking, post] = await Promise.all([
      this.database.transaction([postId], async (tx) =>
        this.appointments.liveOf(tx, await this.kept.of(tx, registrationId)),
      ),
      this.posts.byId(postId),
    ]);
    if (booking?.status !== 'booked') return null;
    return {
      startsAt: booking.startsAt.toISOString(),
      place: post.name,
      comeNow: booking.calledForwardAt !== null,
    };
  }
}
