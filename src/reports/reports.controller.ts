import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { DailyResponse } from './daily/daily.dto.js';
import { DailyService } from './daily/daily.service.js';
import { PeriodQuery, PostQuery } from './figures/figures.dto.js';
import { MilestoneList } from './milestones/milestone-list.service.js';
import { MilestonePage, MilestoneQuery } from './milestones/milestones.dto.js';
import { StagesResponse } from './stages/stages.dto.js';
import { StagesService } from './stages/stages.service.js';

@ApiTags('reports')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly counts: DailyService,
    private readonly ages: StagesService,
    private readonly lists: MilestoneList,
  ) {}

  /** People by milestone and day, and up to each day. Not frozen: for that, see bulletins. */
  @Get('daily')
  @Allow('analyst', 'supervisor')
  @Answers(200, DailyResponse)
  daily(@CurrentCaller() caller: Caller, @Query() query: PeriodQuery): Promise<DailyResponse> {
    return this.counts.read(caller, query);
  }

  /** How many people wait after each stage, and for how long. */
  @Get('stages')
  @Allow('analyst', 'supervisor')
  @Answers(200, StagesResponse)
  stages(@CurrentCaller() caller: Caller, @Query() query: PostQuery): Promise<StagesResponse> {
    return this.ages.read(caller, query);
  }

  /** The people behind a figure. */
  @Get('milestones')
  @Allow('supervisor')
  @Answers(200, MilestonePage)
  milestones(@CurrentCaller() caller: Caller, @Query() query: MilestoneQuery): Promise<MilestonePage> {
    return this.lists.list(caller, query);
  }
}
