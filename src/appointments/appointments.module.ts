import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DuplicatesModule } from '../duplicates/duplicates.module.js';
import { MessagesModule } from '../notifications/messages.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { TriageModule } from '../triage/triage.module.js';
import { AppointmentDesk } from './appointment-desk.service.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { AutomaticBooking } from './automatic-booking.js';
import { Booking } from './booking.entity.js';
import { BookingRecords } from './booking-records.js';
import { BookingRounds } from './booking-rounds.js';
import { BookingTransfer } from './booking-transfer.service.js';
import { CallForwardService } from './call-forward.service.js';
import { MergedAppointments } from './merged-appointments.js';
import { SeatTaking } from './seat-taking.service.js';
import { Seat } from './slots/seat.entity.js';
import { Slot } from './slots/slot.entity.js';
import { SlotFilling } from './slots/slot-filling.service.js';
import { SlotReader } from './slots/slot-reader.js';
import { SlotsController } from './slots/slots.controller.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Slot, Seat, Booking]),
    MessagesModule,
    PostsModule,
    RegistrationsModule,
    DuplicatesModule,
    TriageModule,
  ],
  controllers: [AppointmentsController, SlotsController],
  providers: [
    AppointmentsService,
    AppointmentDesk,
    CallForwardService,
    BookingRecords,
    BookingTransfer,
    MergedAppointments,
    SeatTaking,
    SlotReader,
    AutomaticBooking,
    BookingRounds,
    SlotFilling,
  ],
  exports: [AppointmentsService, BookingTransfer, AppointmentDesk, CallForwardService, SlotReader],
})
export class AppointmentsModule {}
