import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PostsModule } from '../posts/posts.module.js';
import { BreakdownController } from './breakdowns/breakdown.controller.js';
import { BreakdownService } from './breakdowns/breakdown.service.js';
import { ReleaseTimetable } from './breakdowns/release-timetable.js';
import { BulletinLister } from './bulletins/bulletin-lister.js';
import { BulletinReader } from './bulletins/bulletin-reader.js';
import { Bulletin } from './bulletins/bulletin.entity.js';
import { BulletinsController } from './bulletins/bulletins.controller.js';
import { BulletinsService } from './bulletins/bulletins.service.js';
import { DailyService } from './daily/daily.service.js';
import { Definitions } from './figures/definitions.js';
import { JourneyService } from './journey/journey.service.js';
import { MilestoneList } from './milestones/milestone-list.service.js';
import { PlanController } from './planner/plan.controller.js';
import { PlanReader } from './planner/plan-reader.js';
import { PlanService } from './planner/plan.service.js';
import { ReportsController } from './reports.controller.js';
import { StagesService } from './stages/stages.service.js';

/** Figures, each with one definition; the bulletins that quote them; and where one person is on the way home. */
@Module({
  imports: [TypeOrmModule.forFeature([Bulletin]), PostsModule],
  controllers: [ReportsController, BreakdownController, PlanController, BulletinsController],
  providers: [
    Definitions,
    DailyService,
    StagesService,
    BreakdownService,
    ReleaseTimetable,
    MilestoneList,
    BulletinsService,
    BulletinReader,
    BulletinLister,
    JourneyService,
    PlanReader,
    PlanService,
  ],
  exports: [
    DailyService,
    BreakdownService,
    PlanService,
    StagesService,
    BreakdownService,
    MilestoneList,
    BulletinsService,
    BulletinReader,
    BulletinLister,
    JourneyService,
  ],
})
export class ReportsModule {}
