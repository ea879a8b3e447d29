import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { ClearanceDecisions } from './clearance-decisions.service.js';
import {
  ExitClearanceGrantRequest,
  ExitClearanceRequest,
  ExitClearanceResponse,
  ExitPermitResponse,
} from './exit-clearances.dto.js';
import { ExitClearancesService } from './exit-clearances.service.js';

@ApiTags('departures')
@Controller('v1')
export class ExitClearancesController {
  constructor(
    private readonly clearances: ExitClearancesService,
    private readonly decisions: ClearanceDecisions,
  ) {}

  /** Asks the host country for leave to exit, and works out the overstay fine. */
  @Post('registrations/:id/exit-clearance')
  @Allow('officer')
  @Idempotent()
  @AnswersTagged(201, ExitClearanceResponse)
  request(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: ExitClearanceRequest,
  ): Promise<ExitClearanceResponse> {
    return this.clearances.request(caller, id, body, idempotent);
  }

  @Get('registrations/:id/exit-clearance')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @AnswersTagged(200, ExitClearanceResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ExitClearanceResponse> {
    return this.clearances.read(caller, id);
  }

  /** The host country lets the person go; the fine is waived in whole or in part. */
  @Post('exit-clearances/:id/grant')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, ExitClearanceResponse)
  grant(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: ExitClearanceGrantRequest,
  ): Promise<ExitClearanceResponse> {
    return this.decisions.grant(caller, id, version, body);
  }

  /** The host country says no; it can be asked again. */
  @Post('exit-clearances/:id/refusal')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, ExitClearanceResponse)
  refuse(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<ExitClearanceResponse> {
    return this.decisions.refuse(caller, id, version);
  }

  /** The number of the exit permit, in clear. */
  @Get('exit-clearances/:id/permit')
  @Allow('officer', 'supervisor')
  @Answers(200, ExitPermitResponse)
  permit(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ExitPermitResponse> {
    return this.decisions.permit(caller, id);
  }
}
