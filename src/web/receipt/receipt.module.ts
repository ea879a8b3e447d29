import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../../appointments/appointments.module.js';
import { PostsModule } from '../../posts/posts.module.js';
import { OwnAppointment } from './own-appointment.js';
import { ReceiptCookie } from './receipt-cookie.js';
import { Receipts } from './receipts.js';

/** Receipts, for whoever registers and for whoever gives somebody new codes. */
@Module({
  imports: [PostsModule, AppointmentsModule],
  providers: [ReceiptCookie, Receipts, OwnAppointment],
  exports: [ReceiptCookie, Receipts, OwnAppointment],
})
export class ReceiptModule {}
