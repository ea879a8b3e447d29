import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DuplicatesModule } from '../duplicates/duplicates.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { TravelDocumentsModule } from '../travel-documents/travel-documents.module.js';
import { ArrivalsController } from './arrivals/arrivals.controller.js';
import { ArrivalsService } from './arrivals/arrivals.service.js';
import { ClearanceDecisions } from './clearances/clearance-decisions.service.js';
import { ExitClearancesController } from './clearances/exit-clearances.controller.js';
import { ExitClearancesService } from './clearances/exit-clearances.service.js';
import { Departure } from './departure.entity.js';
import { DepartureForChange } from './departure-for-change.js';
import { DepartureFollowing } from './departure-following.js';
import { DepartureLog } from './departure-log.js';
import { DepartureMove } from './departure-move.service.js';
import { DepartureRetention } from './departure-retention.js';
import { DepartureSteps } from './departure-steps.service.js';
import { DeparturesController } from './departures.controller.js';
import { DeparturesService } from './departures.service.js';
import { DepartureMergeObjection } from './merge-objection.js';
import { OwnJourney } from './own-journey.js';
import { TravelReadiness } from './travel-readiness.js';

/** Leave to exit, the journey home, and who is about to arrive. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Departure]),
    PostsModule,
    RegistrationsModule,
    TravelDocumentsModule,
    DuplicatesModule,
  ],
  controllers: [ExitClearancesController, DeparturesController, ArrivalsController],
  providers: [
    ExitClearancesService,
    ClearanceDecisions,
    DeparturesService,
    DepartureLog,
    DepartureForChange,
    DepartureSteps,
    DepartureMove,
    DepartureFollowing,
    DepartureRetention,
    DepartureMergeObjection,
    TravelReadiness,
    OwnJourney,
    ArrivalsService,
  ],
  exports: [
    ExitClearancesService,
    ClearanceDecisions,
    DeparturesService,
    DepartureSteps,
    DepartureMove,
    OwnJourney,
    ArrivalsService,
  ],
})
export class DeparturesModule {}
