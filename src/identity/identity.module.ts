import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { IdentityController } from './identity.controller.js';
import { IdentityDecision } from './identity-decision.entity.js';
import { IdentityEvidence } from './identity-evidence.entity.js';
import { IdentityRecords } from './identity-records.js';
import { IdentityService } from './identity.service.js';
import { StatementsService } from './statements.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([IdentityEvidence, IdentityDecision]), RegistrationsModule],
  controllers: [IdentityController],
  providers: [IdentityService, StatementsService, IdentityRecords],
  exports: [IdentityService, StatementsService],
})
export class IdentityModule {}
