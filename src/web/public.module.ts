import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { DeparturesModule } from '../departures/departures.module.js';
import { DuplicatesModule } from '../duplicates/duplicates.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MessagesModule } from '../notifications/messages.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TravelDocumentsModule } from '../travel-documents/travel-documents.module.js';
import { DocumentCheckController } from './document-check/document-check.controller.js';
import { EnrolController } from './enrol/enrol.controller.js';
import { FrameModule } from './frame/frame.module.js';
import { KioskController } from './kiosk/kiosk.controller.js';
import { KioskPages } from './kiosk/kiosk-pages.js';
import { KioskShells } from './kiosk/kiosk-shell.js';
import { KioskShellController } from './kiosk/kiosk-shell.controller.js';
import { SealedRegistrationsController } from './kiosk/sealed-registrations.controller.js';
import { SealedRegistrationsService } from './kiosk/sealed-registrations.service.js';
import { ReceiptController } from './receipt/receipt.controller.js';
import { ReceiptModule } from './receipt/receipt.module.js';
import { DonePages } from './register/done-pages.js';
import { Drafts } from './register/draft.js';
import { KioskRegisterController } from './register/kiosk-register.controller.js';
import { RegisterController } from './register/register.controller.js';
import { RegisterJourney } from './register/register-journey.js';
import { RegisterPages } from './register/register-pages.js';
import { RegisterPlaces } from './register/register-place.js';
import { Registering } from './register/registering.js';
import { SavingPages } from './register/saving-pages.js';
import { ExitController } from './start/exit.controller.js';
import { StartController } from './start/start.controller.js';
import { StatusAppointmentController } from './status/status-appointment.controller.js';
import { StatusChangesController } from './status/status-changes.controller.js';
import { StatusConsentsController } from './status/status-consents.controller.js';
import { StatusDetailsController } from './status/status-details.controller.js';
import { StatusErasureController } from './status/status-erasure.controller.js';
import { StatusController } from './status/status.controller.js';
import { StatusHeldController } from './status/status-held.controller.js';
import { StatusNowController } from './status/status-now.controller.js';
import { OwnForms } from './status/own-forms.js';
import { StatusPapersController } from './status/status-papers.controller.js';
import { StatusPhotoController } from './status/status-photo.controller.js';
import { StandingReader } from './status/standing-reader.js';
import { StatusReader } from './status/status-reader.js';
import { StatusVouchingController } from './status/status-vouching.controller.js';
import { StatusSignInController } from './status/status-sign-in.controller.js';

/** The pages for people who want to go home, on their phones and at kiosks, and for whoever checks their documents. */
@Module({
  imports: [
    FrameModule,
    ReceiptModule,
    PostsModule,
    StaffModule,
    RegistrationsModule,
    MessagesModule,
    DuplicatesModule,
    AppointmentsModule,
    QueueModule,
    IdentityModule,
    TravelDocumentsModule,
    DeparturesModule,
    ReportsModule,
  ],
  controllers: [
    StartController,
    ExitController,
    RegisterController,
    KioskRegisterController,
    ReceiptController,
    StatusSignInController,
    StatusController,
    StatusHeldController,
    StatusNowController,
    StatusAppointmentController,
    StatusChangesController,
    StatusConsentsController,
    StatusDetailsController,
    StatusErasureController,
    StatusPapersController,
    StatusPhotoController,
    StatusVouchingController,
    KioskController,
    KioskShellController,
    SealedRegistrationsController,
    DocumentCheckController,
    EnrolController,
  ],
  providers: [
    Drafts,
    RegisterJourney,
    RegisterPages,
    RegisterPlaces,
    Registering,
    SavingPages,
    DonePages,
    StandingReader,
    StatusReader,
    OwnForms,
    KioskPages,
    KioskShells,
    SealedRegistrationsService,
  ],
})
export class PublicModule {}
