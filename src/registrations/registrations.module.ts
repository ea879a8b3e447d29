import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MessagesModule } from '../notifications/messages.module.js';
import { RecipientDirectory } from '../notifications/recipient-directory.js';
import { PostsModule } from '../posts/posts.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AccessCodesController } from './access/access-codes.controller.js';
import { AccessService } from './access/access.service.js';
import { CasesUnder } from './access/cases-under.js';
import { CodeRecords } from './access/code-records.js';
import { NewCodes } from './access/new-codes.service.js';
import { OwnCase } from './access/own-case.js';
import { OwnChangesController } from './access/own-changes.controller.js';
import { OwnConsentsService } from './access/own-consents.service.js';
import { OwnContactService } from './access/own-contact.service.js';
import { OwnDetailsService } from './access/own-details.service.js';
import { OwnLooksService } from './access/own-looks.service.js';
import { OwnPapersService } from './access/own-papers.service.js';
import { OwnRegistrationController } from './access/own-registration.controller.js';
import { OwnRegistrationService } from './access/own-registration.service.js';
import { BULK } from './bulk/bulk-parts.js';
import { CaseLog } from './case-log.js';
import { ContactInPersonController } from './contact/contact-in-person.controller.js';
import { ConsentsService } from './consents.service.js';
import { ContactInPersonService } from './contact/contact-in-person.service.js';
import { ContactRecords } from './contact/contact-records.js';
import { RegisteredRecipients } from './contact/registered-recipients.js';
import { RegisteredTelling } from './contact/registered-telling.js';
import { DisclosureService } from './disclosure/disclosure.service.js';
import { OpenedCases } from './disclosure/opened-cases.js';
import { SECOND_PERSON } from './disclosure/second-person/second-person-parts.js';
import { DraftExpiry } from './drafts/draft-expiry.js';
import { SavedDraftsController } from './drafts/saved-drafts.controller.js';
import { SavedDrafts } from './drafts/saved-drafts.service.js';
import { CarryingOut } from './erasure/carrying-out.js';
import { DURESS } from './duress/duress-parts.js';
import { ErasingService } from './erasure/erasing.service.js';
import { ErasureController } from './erasure/erasure.controller.js';
import { Erasure } from './erasure/erasure.entity.js';
import { ErasureRecords } from './erasure/erasure-records.js';
import { ErasureTimetable } from './erasure/erasure-timetable.js';
import { OwnErasureService } from './erasure/own-erasure.service.js';
import { RetentionDuties } from './erasure/retention-duties.js';
import { GroupReader } from './groups/group-reader.js';
import { GroupsController } from './groups/groups.controller.js';
import { GroupsService } from './groups/groups.service.js';
import { DeviceIntakeService } from './intake/device-intake.service.js';
import { GuardiansService } from './groups/guardians.service.js';
import { IntakeRecords } from './intake/intake-records.js';
import { IntakeService } from './intake/intake.service.js';
import { PeopleService } from './people.service.js';
import { PapersToldEarlier } from './papers-told-earlier.js';
import { Person } from './person.entity.js';
import { Registration } from './registration.entity.js';
import { RegistrationLife } from './registration-life.service.js';
import { RegistrationsController } from './registrations.controller.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionService } from './retention/retention.service.js';
import { SearchService } from './search/search.service.js';
import { SearchesMade } from './search/searches-made.js';
import { ToldQuietly } from './access/told-quietly.js';
import { ShownCodes } from './access/shown-codes.js';

const USE_CASES = [
  IntakeService,
  DeviceIntakeService,
  GroupsService,
  GroupReader,
  GuardiansService,
  SavedDrafts,
  AccessService,
  NewCodes,
  CasesUnder,
  OwnRegistrationService,
  OwnConsentsService,
  OwnContactService,
  OwnDetailsService,
  OwnLooksService,
  OwnPapersService,
  OwnErasureService,
  ContactInPersonService,
  DisclosureService,
  OpenedCases,
  SearchService,
  CaseLog,
  PeopleService,
  RegistrationLife,
  ConsentsService,
  RetentionDuties,
  RetentionService,
  ShownCodes,
  ...DURESS.useCases,
  ...SECOND_PERSON.useCases,
  ...BULK.useCases,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Person, Registration, Erasure, ...DURESS.entities, ...BULK.entities]),
    PostsModule,
    StaffModule,
    MessagesModule,
  ],
  controllers: [
    RegistrationsController,
    OwnRegistrationController,
    AccessCodesController,
    OwnChangesController,
    ContactInPersonController,
    GroupsController,
    SavedDraftsController,
    ErasureController,
    RetentionController,
    ...DURESS.controllers,
    ...SECOND_PERSON.controllers,
    ...BULK.controllers,
  ],
  providers: [
    ...USE_CASES,
    IntakeRecords,
    SearchesMade,
    OwnCase,
    CodeRecords,
    ToldQuietly,
    ContactRecords,
    RegisteredTelling,
    PapersToldEarlier,
    DraftExpiry,
    ErasureRecords,
    ErasingService,
    CarryingOut,
    ErasureTimetable,
    ...DURESS.inside,
    ...BULK.inside,
    { provide: RecipientDirectory, useClass: RegisteredRecipients },
  ],
  exports: [...USE_CASES, IntakeRecords, RecipientDirectory],
})
export class RegistrationsModule {}
