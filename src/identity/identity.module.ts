import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DuplicatesModule } from '../duplicates/duplicates.module.js';
import { MessagesModule } from '../notifications/messages.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { DrawWaiting } from './assignment/draw-waiting.js';
import { IdentityAssignment } from './assignment/identity-assignment.entity.js';
import { FirstOfficers } from './assignment/first-officers.service.js';
import { IdentityFirstLot } from './assignment/identity-first-lot.entity.js';
import { IdentityDuty } from './assignment/identity-duty.entity.js';
import { IdentityOpinion } from './assignment/identity-opinion.entity.js';
import { IdentityRound } from './assignment/identity-round.entity.js';
import { IdentityTie } from './assignment/identity-tie.entity.js';
import { Lots } from './assignment/lots.service.js';
import { MergedTies } from './assignment/merged-ties.js';
import { ReviewsController } from './assignment/reviews.controller.js';
import { ReviewsService } from './assignment/reviews.service.js';
import { Rounds } from './assignment/rounds.service.js';
import { Ties } from './assignment/ties.service.js';
import { ContradictionsController } from './contradictions/contradictions.controller.js';
import { Contradictions } from './contradictions/contradictions.service.js';
import { IdentityContradiction } from './contradictions/identity-contradiction.entity.js';
import { ResolutionService } from './contradictions/resolution.service.js';
import { Decisions } from './decisions.service.js';
import { DocumentedEvidence } from './documented-evidence.js';
import { EvidenceForgetting } from './evidence-forgetting.js';
import { EvidenceIntake } from './evidence-intake.js';
import { IdentityController } from './identity.controller.js';
import { IdentityDecision } from './identity-decision.entity.js';
import { IdentityEvidence } from './identity-evidence.entity.js';
import { IdentityReader } from './identity-reader.js';
import { IdentityMergeObjection } from './merge-objection.js';
import { IdentityRecords } from './identity-records.js';
import { IdentityService } from './identity.service.js';
import { PhotoActs } from './photos/photo-acts.service.js';
import { PhotosController } from './photos/photos.controller.js';
import { PhotosService } from './photos/photos.service.js';
import { CitizenRegistry } from './registry/citizen-registry.js';
import { HttpCitizenRegistry } from './registry/http-citizen-registry.js';
import { RegistryAnswering } from './registry/registry-answering.js';
import { RegistryController } from './registry/registry.controller.js';
import { RegistryJobs } from './registry/registry-jobs.js';
import { RegistryAsking } from './registry/registry-asking.js';
import { RegistryQueries } from './registry/registry-queries.service.js';
import { RegistryQuery } from './registry/registry-query.entity.js';
import { FamilyAnswers } from './family/family-answers.service.js';
import { FamilyController } from './family/family.controller.js';
import { FamilyRequest } from './family/family-request.entity.js';
import { FamilyRequests } from './family/family-requests.service.js';
import { HandOverController } from './hand-over/hand-over.controller.js';
import { HandOvers } from './hand-over/hand-over.service.js';
import { IdentityInterview } from './interview/identity-interview.entity.js';
import { Interviews } from './interview/interviews.service.js';
import { InterviewsController } from './interview/interviews.controller.js';
import { RefusedReferees } from './refused-referees.js';
import { StatementsService } from './statements.service.js';
import { ReportedList } from './reported/reported-list.entity.js';
import { ReportedPapersController } from './reported/reported-papers.controller.js';
import { IdentityVouching } from './vouching/identity-vouching.entity.js';
import { OwnIdentity } from './own-identity.js';
import { OwnVouchings } from './vouching/own-vouchings.service.js';
import { VouchingsController } from './vouching/vouchings.controller.js';
import { Vouchings } from './vouching/vouchings.service.js';
import { ReportedPapers } from './reported/reported-papers.service.js';

const ENTITIES = [
  IdentityEvidence,
  IdentityContradiction,
  IdentityDecision,
  IdentityRound,
  IdentityOpinion,
  IdentityAssignment,
  IdentityFirstLot,
  IdentityDuty,
  IdentityTie,
  RegistryQuery,
  IdentityInterview,
  FamilyRequest,
  ReportedList,
  IdentityVouching,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    PostsModule,
    StaffModule,
    MessagesModule,
    RegistrationsModule,
    DuplicatesModule,
  ],
  controllers: [
    IdentityController,
    ReviewsController,
    ContradictionsController,
    PhotosController,
    RegistryController,
    InterviewsController,
    HandOverController,
    FamilyController,
    ReportedPapersController,
    VouchingsController,
  ],
  providers: [
    IdentityService,
    IdentityReader,
    StatementsService,
    IdentityRecords,
    IdentityMergeObjection,
    DocumentedEvidence,
    EvidenceIntake,
    EvidenceForgetting,
    Decisions,
    Contradictions,
    ResolutionService,
    Rounds,
    Lots,
    FirstOfficers,
    ReviewsService,
    Ties,
    MergedTies,
    DrawWaiting,
    PhotosService,
    PhotoActs,
    { provide: CitizenRegistry, useClass: HttpCitizenRegistry },
    RegistryAsking,
    RegistryQueries,
    RegistryAnswering,
    RegistryJobs,
    Interviews,
    HandOvers,
    FamilyRequests,
    FamilyAnswers,
    ReportedPapers,
    RefusedReferees,
    Vouchings,
    OwnVouchings,
    OwnIdentity,
  ],
  exports: [
    Vouchings,
    OwnVouchings,
    OwnIdentity,
    FamilyAnswers,
    ReportedPapers,
    Interviews,
    HandOvers,
    FamilyRequests,
    RegistryQueries,
    PhotosService,
    PhotoActs,
    IdentityService,
    StatementsService,
    ReviewsService,
    Ties,
    ResolutionService,
  ],
})
export class IdentityModule {}
