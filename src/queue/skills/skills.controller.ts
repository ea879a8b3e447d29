import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import {
  CounterSkillsResponse,
  OfficerSkillsResponse,
  PostSkillsResponse,
  SkillsRequest,
} from './skills.dto.js';
import { SkillsService } from './skills.service.js';

@ApiTags('queue')
@Controller('v1/skills')
@Allow('supervisor')
export class SkillsController {
  constructor(private readonly skills: SkillsService) {}

  /** Who at the post can do what beyond what everybody can. */
  @Get()
  @Answers(200, PostSkillsResponse)
  read(@CurrentCaller() caller: Caller): Promise<PostSkillsResponse> {
    return this.skills.read(caller);
  }

  /** Languages that an officer speaks, services that they do, and whether they are trained in protection. */
  @Put('officers/:id')
  @Versioned()
  @AnswersTagged(200, OfficerSkillsResponse)
  changeOfficer(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { skills }: SkillsRequest,
  ): Promise<OfficerSkillsResponse> {
    return this.skills.changeOfficer(caller, id, version, skills);
  }

  /** Services that a counter is made for, whoever sits there. */
  @Put('counters/:id')
  @Versioned()
  @AnswersTagged(200, CounterSkillsResponse)
  changeCounter(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { skills }: SkillsRequest,
  ): Promise<CounterSkillsResponse> {
    return this.skills.changeCounter(caller, id, version, skills);
  }
}
