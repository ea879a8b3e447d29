import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { ClosureList, ClosureRequest, ClosureResponse } from './closures.dto.js';
import { ClosuresService } from './closures.service.js';

@ApiTags('appointments')
@Controller('v1/closures')
export class ClosuresController {
  constructor(private readonly closures: ClosuresService) {}

  /** When the post is closed beyond its holidays: to come, and of the last 30 days. */
  @Get()
  @Allow('officer', 'supervisor')
  @Answers(200, ClosureList)
  list(@CurrentCaller() caller: Caller): Promise<ClosureList> {
    return this.closures.list(caller);
  }

  /** Closes the post. Its seats are nobody's from now on; people are booked again and told within minutes. */
  @Post()
  @Allow('supervisor')
  @Idempotent()
  @AnswersTagged(201, ClosureResponse)
  close(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: ClosureRequest,
  ): Promise<ClosureResponse> {
    return this.closures.close(caller, body, idempotent);
  }

  /** The post opens after all; whoever was booked again stays booked. */
  @Post(':id/lifting')
  @Allow('supervisor')
  @Versioned()
  @AnswersTagged(200, ClosureResponse)
  lift(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<ClosureResponse> {
    return this.closures.lift(caller, id, version);
  }
}
