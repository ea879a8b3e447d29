import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PostsModule } from '../posts/posts.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AccessService } from './access/access.service.js';
import { OwnCase } from './access/own-case.js';
import { OwnConsentsService } from './access/own-consents.service.js';
import { OwnRegistrationService } from './access/own-registration.service.js';
import { Consent } from './consent.entity.js';
import { ConsentsService } from './consents.service.js';
import { DisclosureService } from './disclosure/disclosure.service.js';
import { IntakeRecords } from './intake/intake-records.js';
import { IntakeService } from './intake/intake.service.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { Registration } from './registration.entity.js';
import { RegistrationLife } from './registration-life.service.js';
import { RegistrationsController } from './registrations.controller.js';
import { SearchService } from './search/search.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Person, Registration, Consent]), PostsModule, StaffModule],
  controllers: [RegistrationsController],
  providers: [
    IntakeService,
    IntakeRecords,
    AccessService,
    OwnCase,
    OwnRegistrationService,
    OwnConsentsService,
    DisclosureService,
    SearchService,
    PeopleService,
    RegistrationLife,
    ConsentsService,
  ],
  exports: [
    IntakeService,
    AccessService,
    OwnRegistrationService,
    OwnConsentsService,
    DisclosureService,
    SearchService,
    PeopleService,
    RegistrationLife,
    ConsentsService,
  ],
})
export class RegistrationsModule {}
