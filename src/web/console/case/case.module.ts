import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../../../appointments/appointments.module.js';
import { DuplicatesModule } from '../../../duplicates/duplicates.module.js';
import { DeparturesModule } from '../../../departures/departures.module.js';
import { IdentityModule } from '../../../identity/identity.module.js';
import { PostsModule } from '../../../posts/posts.module.js';
import { QueueModule } from '../../../queue/queue.module.js';
import { RegistrationsModule } from '../../../registrations/registrations.module.js';
import { ReportsModule } from '../../../reports/reports.module.js';
import { StaffModule } from '../../../staff/staff.module.js';
import { TravelDocumentsModule } from '../../../travel-documents/travel-documents.module.js';
import { TriageModule } from '../../../triage/triage.module.js';
import { FrameModule } from '../../frame/frame.module.js';
import { ReceiptModule } from '../../receipt/receipt.module.js';
import { StaffNames } from '../staff-names.js';
import { CaseController } from './case.controller.js';
import { CasePhotoController } from './case-photo.controller.js';
import { IdentityActs } from './identity-acts.js';
import { IdentityQuestionActs } from './identity-question-acts.js';
import { CasePages } from './case-page.js';
import type { CaseSection } from './case-section.js';
import { CaseSections } from './case-sections.js';
import { DocumentFileController } from './document-file.controller.js';
import { FamilyPageController } from './family.controller.js';
import { FamilyPages } from './family-pages.js';
import { NewCodesController } from './new-codes.controller.js';
import { RevealController } from './reveal.controller.js';
import { AppointmentSectionOfCase } from './sections/appointment.section.js';
import { BandSection } from './sections/band.section.js';
import { DepartureSectionOfCase } from './sections/departure.section.js';
import { DuressSection } from './sections/duress.section.js';
import { ExitClearanceSectionOfCase } from './sections/exit-clearance.section.js';
import { HistorySection } from './sections/history.section.js';
import { IdentitySectionOfCase } from './sections/identity.section.js';
import { PersonSection } from './sections/person.section.js';
import { SecondPersonSection } from './sections/second-person.section.js';
import { TravelDocumentSectionOfCase } from './sections/travel-document.section.js';
import { VisitSection } from './sections/visit.section.js';
import { StatementsController } from './statements.controller.js';
import { TravelDocumentActs } from './travel-document-acts.js';

/** In the order in which a case moves on. */
const SECTIONS = [
  PersonSection,
  SecondPersonSection,
  BandSection,
  IdentitySectionOfCase,
  TravelDocumentSectionOfCase,
  ExitClearanceSectionOfCase,
  DepartureSectionOfCase,
  AppointmentSectionOfCase,
  HistorySection,
  VisitSection,
  DuressSection,
];

@Module({
  imports: [
    FrameModule,
    ReceiptModule,
    PostsModule,
    StaffModule,
    RegistrationsModule,
    DuplicatesModule,
    TriageModule,
    IdentityModule,
    AppointmentsModule,
    QueueModule,
    TravelDocumentsModule,
    DeparturesModule,
    ReportsModule,
  ],
  controllers: [
    RevealController,
    StatementsController,
    NewCodesController,
    CasePhotoController,
    DocumentFileController,
    FamilyPageController,
    CaseController,
  ],
  providers: [
    ...SECTIONS,
    TravelDocumentActs,
    IdentityActs,
    IdentityQuestionActs,
    StaffNames,
    CasePages,
    FamilyPages,
    {
      provide: CaseSections,
      inject: SECTIONS,
      useFactory: (...sections: CaseSection[]) => new CaseSections(sections),
    },
  ],
  exports: [StaffNames],
})
export class CaseModule {}
