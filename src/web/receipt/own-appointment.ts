import { Injectable } from '@nestjs/common';
import { AppointmentReader } from '../../appointments/appointment-reader.js';
import { timeTold } from '../../appointments/bookings/booking-status.js';
import { PostsService } from '../../posts/posts.service.js';
import type { AppointmentTime } from './receipt.view.js';

/** When and where a person is to come, as their receipt and their status say it. */
@Injectable()
export class OwnAppointment {
  constructor(
    private readonly reader: AppointmentReader,
    private readonly posts: PostsService,
  ) {}

  async of(postId: string, registrationId: string): Promise<AppointmentTime | null> {
    const [booking, post] = await Promise.all([
      this.reader.ofPerson(postId, registrationId),
      this.posts.byId(postId),
    ]);
    if (booking?.status !== 'booked') return null;
    return {
      startsAt: timeTold(booking).toISOString(),
      place: post.name,
      comeNow: booking.calledForwardAt !== null,
      mayBeCalled: !booking.chosen && booking.returnAt === null,
    };
  }
}
