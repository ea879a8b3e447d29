import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { InterviewAnswersRequest, InterviewsResponse } from './interview.dto.js';
import { Interviews } from './interviews.service.js';

@ApiTags('identity')
@Controller('v1/registrations/:id/identity/interviews')
export class InterviewsController {
  constructor(private readonly interviews: Interviews) {}

  @Get()
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @Answers(200, InterviewsResponse)
  read(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<InterviewsResponse> {
    return this.interviews.read(caller, id);
  }

  /** Draws questions. Sent again before they are judged, it shows the same ones. */
  @Post()
  @Allow('officer')
  @Answers(200, InterviewsResponse)
  draw(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<InterviewsResponse> {
    return this.interviews.draw(caller, id);
  }

  /** Takes the answers and how they were judged; they become evidence, by rule. */
  @Post(':interviewId/answers')
  @Allow('officer')
  @Answers(200, InterviewsResponse)
  finish(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('interviewId', ParseUUIDPipe) interviewId: string,
    @Body() { answers }: InterviewAnswersRequest,
  ): Promise<InterviewsResponse> {
    return this.interviews.finish(caller, id, interviewId, answers);
  }
}
