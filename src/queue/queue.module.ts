import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { MessagesModule } from '../notifications/messages.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { DuplicatesModule } from '../duplicates/duplicates.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TriageModule } from '../triage/triage.module.js';
import { QueueEvents } from './board/queue-events.js';
import { QueueReader } from './board/queue-reader.js';
import { CallSettingController } from './call-rounds/call-setting.controller.js';
import { CallSettings } from './call-rounds/call-settings.service.js';
import { CallPlanner } from './call-rounds/call-planner.js';
import { CallRounds } from './call-rounds/call-rounds.js';
import { CallStateReader } from './call-rounds/call-state-reader.js';
import { LearnedParameters } from './call-rounds/learned-parameters.js';
import { CallingService } from './calling/calling.service.js';
import { CheckInController } from './check-in/check-in.controller.js';
import { CheckInCredentials } from './check-in/check-in-credentials.js';
import { DayEnd } from './check-in/day-end.js';
import { FirstLook } from './check-in/first-look.js';
import { KioskCheckIn } from './check-in/kiosk-check-in.service.js';
import { OfficerCheckIn } from './check-in/officer-check-in.service.js';
import { NumberIssue } from './check-in/number-issue.js';
import { PaperTimes } from './check-in/paper-times.js';
import { CounterRecords } from './counters/counter-records.js';
import { CounterSession } from './counters/counter-session.entity.js';
import { CountersController } from './counters/counters.controller.js';
import { CountersInUse } from './counters/counters-in-use.js';
import { CountersService } from './counters/counters.service.js';
import { QueueController } from './queue.controller.js';
import { HallSnapshots } from './status/hall-snapshots.js';
import { KnownCredentials } from './status/known-credentials.js';
import { OwnStatusController } from './status/own-status.controller.js';
import { OwnStatusReader } from './status/own-status-reader.js';
import { QuickStatus } from './status/status-shortcut.js';
import { HeldTickets } from './skills/held-tickets.service.js';
import { SkillsController } from './skills/skills.controller.js';
import { SkillsService } from './skills/skills.service.js';
import { MergedTickets } from './tickets/merged-tickets.js';
import { MissedTickets } from './tickets/missed-tickets.js';
import { TicketChanges } from './tickets/ticket-changes.js';
import { TicketFollowing } from './tickets/ticket-following.js';
import { TicketRecords } from './tickets/ticket-records.js';
import { Ticket } from './tickets/ticket.entity.js';
import { TicketsController } from './tickets/tickets.controller.js';
import { TicketHandingController } from './tickets/ticket-handing.controller.js';
import { TransferChoices } from './transfers/transfer-choices.js';
import { TransferNotes } from './transfers/transfer-notes.js';
import { TransferTargets } from './transfers/transfer-targets.js';
import { TransfersService } from './transfers/transfers.service.js';
import { UndoService } from './undo/undo.service.js';
import { TicketsService } from './tickets/tickets.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CounterSession, Ticket]),
    RegistrationsModule,
    MessagesModule,
    PostsModule,
    DuplicatesModule,
    StaffModule,
    TriageModule,
    AppointmentsModule,
  ],
  controllers: [
    CheckInController,
    CountersController,
    TicketsController,
    TicketHandingController,
    SkillsController,
    QueueController,
    CallSettingController,
    OwnStatusController,
  ],
  providers: [
    KioskCheckIn,
    OfficerCheckIn,
    FirstLook,
    CheckInCredentials,
    NumberIssue,
    PaperTimes,
    DayEnd,
    CountersInUse,
    CountersService,
    CounterRecords,
    CallingService,
    SkillsService,
    HeldTickets,
    TransfersService,
    TransferTargets,
    TransferNotes,
    TransferChoices,
    UndoService,
    TicketsService,
    TicketChanges,
    TicketRecords,
    MissedTickets,
    MergedTickets,
    TicketFollowing,
    QueueReader,
    QueueEvents,
    CallStateReader,
    LearnedParameters,
    CallPlanner,
    CallSettings,
    CallRounds,
    HallSnapshots,
    KnownCredentials,
    OwnStatusReader,
    QuickStatus,
  ],
  exports: [
    OwnStatusReader,
    QuickStatus,
    CallSettings,
    CallPlanner,
    CallStateReader,
    KioskCheckIn,
    FirstLook,
    CountersService,
    CallingService,
    SkillsService,
    HeldTickets,
    TransfersService,
    TransferNotes,
    TransferChoices,
    UndoService,
    TicketsService,
    QueueReader,
    QueueEvents,
  ],
})
export class QueueModule {}
