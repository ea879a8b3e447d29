import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import {
  RetentionChangeRequest,
  RetentionEffectResponse,
  RetentionPeriodsRequest,
  RetentionQuery,
  RetentionResponse,
} from './retention.dto.js';
import { RetentionService } from './retention.service.js';

@ApiTags('registrations')
@Controller('v1/retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  /** How long each kind of data is kept. */
  @Get()
  @Allow('administrator', 'auditor')
  @AnswersTagged(200, RetentionResponse)
  read(@CurrentCaller() caller: Caller, @Query() { postId }: RetentionQuery): Promise<RetentionResponse> {
    return this.retention.read(caller, postId);
  }

  /** What other periods would do, before anything is changed. */
  @Post('preview')
  @Allow('administrator')
  @Answers(200, RetentionEffectResponse)
  preview(
    @CurrentCaller() caller: Caller,
    @Body() body: RetentionPeriodsRequest,
  ): Promise<RetentionEffectResponse> {
    return this.retention.preview(caller, body);
  }

  /** Changes how long cases and messages are kept. What was seen to become due goes along. */
  @Put()
  @Allow('administrator')
  @AskAgain()
  @Versioned()
  @AnswersTagged(200, RetentionResponse)
  change(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() body: RetentionChangeRequest,
  ): Promise<RetentionResponse> {
    return this.retention.change(caller, version, body);
  }
}
