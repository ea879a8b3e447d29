import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { DestructionsService } from './destructions.service.js';
import { ShiftCountsService } from './shift-counts.service.js';
import {
  DestructionList,
  DestructionRequest,
  DestructionResponse,
  ShiftCountList,
  ShiftCountRequest,
  ShiftCountResponse,
} from './two-person.dto.js';

/** What is done with blanks by two people, or not at all. */
@ApiTags('blanks')
@Controller('v1')
export class TwoPersonController {
  constructor(
    private readonly counts: ShiftCountsService,
    private readonly destructions: DestructionsService,
  ) {}

  /** The first count of a shift. */
  @Post('blank-counts')
  @Allow('officer', 'supervisor')
  @Idempotent()
  @AnswersTagged(201, ShiftCountResponse)
  begin(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: ShiftCountRequest,
  ): Promise<ShiftCountResponse> {
    return this.counts.begin(caller, body, idempotent);
  }

  /** The second count, by another person. */
  @Post('blank-counts/:id/confirmation')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, ShiftCountResponse)
  confirm(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: ShiftCountRequest,
  ): Promise<ShiftCountResponse> {
    return this.counts.confirm(caller, id, version, body);
  }

  /** Drops a first count that the second does not bear out: both count again. */
  @Delete('blank-counts/:id')
  @Allow('officer', 'supervisor')
  @Answers(204)
  drop(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.counts.drop(caller, id);
  }

  @Get('blank-counts')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, ShiftCountList)
  listCounts(@CurrentCaller() caller: Caller): Promise<ShiftCountList> {
    return this.counts.list(caller);
  }

  /** Lays out spoiled blanks to be destroyed. */
  @Post('blank-destructions')
  @Allow('officer', 'supervisor')
  @Idempotent()
  @AnswersTagged(201, DestructionResponse)
  propose(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: DestructionRequest,
  ): Promise<DestructionResponse> {
    return this.destructions.propose(caller, body, idempotent);
  }

  /** Another person has seen them destroyed. */
  @Post('blank-destructions/:id/witness')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, DestructionResponse)
  witness(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<DestructionResponse> {
    return this.destructions.witness(caller, id, version);
  }

  @Get('blank-destructions')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, DestructionList)
  listDestructions(@CurrentCaller() caller: Caller): Promise<DestructionList> {
    return this.destructions.list(caller);
  }
}
