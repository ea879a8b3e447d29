import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ArrivalPage, ArrivalsQuery } from './arrivals.dto.js';
import { ArrivalsService } from './arrivals.service.js';

@ApiTags('departures')
@Controller('v1/arrivals')
export class ArrivalsController {
  constructor(private readonly arrivals: ArrivalsService) {}

  /** Who is on the way home, for those who receive them. */
  @Get()
  @Allow('home-agency', 'supervisor')
  @Answers(200, ArrivalPage)
  list(@CurrentCaller() caller: Caller, @Query() query: ArrivalsQuery): Promise<ArrivalPage> {
    return this.arrivals.list(caller, query);
  }
}
