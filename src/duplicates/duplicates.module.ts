import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PostsModule } from '../posts/posts.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { CandidateSearch } from './candidates/candidate-search.js';
import { DuplicateCheck } from './candidates/duplicate-check.js';
import { OpenedPeople } from './candidates/opened-people.js';
import { DuplicatesController } from './duplicates.controller.js';
import { KeptCase } from './merging/kept-case.js';
import { MergeObjections } from './merging/merge-objections.js';
import { MergeUndoing } from './merging/merge-undoing.service.js';
import { Merging } from './merging/merging.js';
import { RegistrationMerge } from './merging/registration-merge.entity.js';
import { DuplicatePair } from './pairs/duplicate-pair.entity.js';
import { FoundPairs } from './pairs/found-pairs.js';
import { PairDecisions } from './pairs/pair-decisions.service.js';
import { PairForgetting } from './pairs/pair-forgetting.js';
import { PairDisclosure } from './pairs/pair-disclosure.service.js';
import { PairsService } from './pairs/pairs.service.js';
import { EstimationThread } from './weights/estimation-thread.js';
import { EstimationTimetable } from './weights/estimation-timetable.js';
import { MatchingModels } from './weights/matching-models.js';
import { PeopleSample } from './weights/people-sample.js';
import { GroupMerging } from './worklist/group-merging.service.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { Worklist } from './worklist/worklist.service.js';
import { WeightEstimation } from './weights/weight-estimation.js';

@Module({
  imports: [TypeOrmModule.forFeature([DuplicatePair, RegistrationMerge]), PostsModule, RegistrationsModule],
  controllers: [DuplicatesController, WorklistController],
  providers: [
    CandidateSearch,
    DuplicateCheck,
    OpenedPeople,
    FoundPairs,
    PairsService,
    PairDecisions,
    PairDisclosure,
    PairForgetting,
    Worklist,
    GroupMerging,
    Merging,
    MergeUndoing,
    MergeObjections,
    KeptCase,
    MatchingModels,
    EstimationThread,
    PeopleSample,
    WeightEstimation,
    EstimationTimetable,
  ],
  exports: [
    PairsService,
    PairDecisions,
    PairDisclosure,
    Worklist,
    GroupMerging,
    MergeUndoing,
    MergeObjections,
    KeptCase,
    WeightEstimation,
  ],
})
export class DuplicatesModule {}
