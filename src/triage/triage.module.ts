import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { AssessmentForgetting } from './assessment-forgetting.js';
import { AutomaticAssessment } from './automatic-assessment.js';
import { BandNotesService } from './band-notes.service.js';
import { MergedBands } from './merged-bands.js';
import { TriageController } from './triage.controller.js';
import { TriageRecords } from './triage-records.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [RegistrationsModule],
  controllers: [TriageController],
  providers: [
    TriageService,
    BandNotesService,
    TriageRecords,
    AutomaticAssessment,
    AssessmentForgetting,
    MergedBands,
  ],
  exports: [TriageService, BandNotesService],
})
export class TriageModule {}
