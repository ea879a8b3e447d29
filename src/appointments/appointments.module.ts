import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DuplicatesModule } from '../duplicates/duplicates.module.js';
import { MessagesModule } from '../notifications/messages.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { TriageModule } from '../triage/triage.module.js';
import { AppointmentDesk } from './appointment-desk.service.js';
import { AppointmentReader } from './appointment-reader.js';
import { AppointmentMessages } from './appointment-messages.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { AssessedBooking } from './automatic/assessed-booking.js';
import { AutomaticBooking } from './automatic/automatic-booking.js';
import { Booking } from './bookings/booking.entity.js';
import { BookingRecords } from './bookings/booking-records.js';
import { BookingRelease } from './automatic/booking-release.js';
import { BookingRounds } from './automatic/booking-rounds.js';
import { BookingTakeBack } from './bookings/booking-take-back.js';
import { BookingTransfer } from './bookings/booking-transfer.service.js';
import { CallsByHand } from './calls/calls-by-hand.service.js';
import { CallsByHandController } from './calls/calls-by-hand.controller.js';
import { CallReach } from './calls/call-reach.js';
import { CallReplies } from './calls/call-replies.js';
import { CallsService } from './calls/calls.service.js';
import { ClosedOut } from './closures/closed-out.js';
import { StoppedCalls } from './closures/stopped-calls.js';
import { ClosuresController } from './closures/closures.controller.js';
import { ClosuresService } from './closures/closures.service.js';
import { EarlierOffers } from './automatic/earlier-offers.js';
import { EveningBefore } from './automatic/evening-before.js';
import { GroupBooking } from './together/group-booking.js';
import { OwnAppointmentController } from './own/own-appointment.controller.js';
import { OwnParty } from './own/own-party.js';
import { PartyMoving } from './own/party-moving.js';
import { OwnAppointmentService } from './own/own-appointment.service.js';
import { OwnCalendar } from './own/own-calendar.service.js';
import { MergedAppointments } from './automatic/merged-appointments.js';
import { MovedTogether } from './together/moved-together.js';
import { SeatTaking } from './bookings/seat-taking.service.js';
import { Slot } from './slots/slot.entity.js';
import { SlotRounds } from './replanning/slot-rounds.js';
import { SlotFilling } from './slots/slot-filling.service.js';
import { PostFollowing } from './replanning/post-following.js';
import { Unseated } from './replanning/unseated.js';
import { SlotReader } from './slots/slot-reader.js';
import { SlotsController } from './slots/slots.controller.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Slot, Booking]),
    MessagesModule,
    PostsModule,
    RegistrationsModule,
    DuplicatesModule,
    TriageModule,
  ],
  controllers: [
    AppointmentsController,
    CallsByHandController,
    OwnAppointmentController,
    SlotsController,
    ClosuresController,
  ],
  providers: [
    AppointmentsService,
    AppointmentDesk,
    AppointmentReader,
    CallsByHand,
    BookingRecords,
    BookingTransfer,
    BookingTakeBack,
    AppointmentMessages,
    MergedAppointments,
    SeatTaking,
    SlotReader,
    AssessedBooking,
    AutomaticBooking,
    BookingRelease,
    BookingRounds,
    SlotRounds,
    SlotFilling,
    CallsService,
    CallReach,
    CallReplies,
    OwnAppointmentService,
    OwnParty,
    PartyMoving,
    OwnCalendar,
    EarlierOffers,
    EveningBefore,
    ClosuresService,
    ClosedOut,
    StoppedCalls,
    MovedTogether,
    Unseated,
    PostFollowing,
    GroupBooking,
  ],
  exports: [
    AppointmentsService,
    BookingTransfer,
    BookingTakeBack,
    AppointmentDesk,
    AppointmentReader,
    CallsByHand,
    SlotReader,
    CallsService,
    CallReach,
    OwnAppointmentService,
    OwnCalendar,
    ClosuresService,
  ],
})
export class AppointmentsModule {}
