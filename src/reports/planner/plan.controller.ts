import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { PlanQuery, PlanResponse } from './plan.dto.js';
import { PlanService } from './plan.service.js';

@ApiTags('reports')
@Controller('v1/reports')
export class PlanController {
  constructor(private readonly plans: PlanService) {}

  /** When each stage will be clear at this staffing or another, and how many it takes to be clear by a day. */
  @Get('plan')
  @Allow('analyst', 'supervisor')
  @Answers(200, PlanResponse)
  plan(@CurrentCaller() caller: Caller, @Query() query: PlanQuery): Promise<PlanResponse> {
    return this.plans.read(caller, query);
  }
}
