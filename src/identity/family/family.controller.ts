import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { FamilyAnswers } from './family-answers.service.js';
import { FamilyRequests } from './family-requests.service.js';
import {
  FamilyAnswerRequest,
  FamilyQuestionRequest,
  FamilyRequestsResponse,
  OpenFamilyRequestsResponse,
} from './family.dto.js';

@ApiTags('identity')
@Controller('v1')
export class FamilyController {
  constructor(
    private readonly requests: FamilyRequests,
    private readonly answers: FamilyAnswers,
  ) {}

  @Get('registrations/:id/identity/family-requests')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @Answers(200, FamilyRequestsResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FamilyRequestsResponse> {
    return this.requests.read(caller, id);
  }

  /** Has family at home asked by the home ministry, where the person agreed to it. */
  @Post('registrations/:id/identity/family-requests')
  @Allow('officer')
  @Idempotent()
  @Answers(201, FamilyRequestsResponse)
  ask(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() { question }: FamilyQuestionRequest,
  ): Promise<FamilyRequestsResponse> {
    return this.requests.ask(caller, id, question, idempotent);
  }

  /** For the home ministry: whom to ask at home. Says nothing of where a person is. */
  @Get('family-requests')
  @Allow('home-agency')
  @Answers(200, OpenFamilyRequestsResponse)
  open(@CurrentCaller() caller: Caller): Promise<OpenFamilyRequestsResponse> {
    return this.answers.open(caller);
  }

  /** What the family said; it becomes evidence. */
  @Post('family-requests/:id/answer')
  @Allow('home-agency')
  @Answers(204)
  answer(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FamilyAnswerRequest,
  ): Promise<void> {
    return this.answers.answer(caller, id, body);
  }
}
