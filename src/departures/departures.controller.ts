import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { AnswersTagged, Idempotent, Versioned } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { ExpectedVersion } from '../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { DepartureSteps } from './departure-steps.service.js';
import { DepartureMove } from './departure-move.service.js';
import {
  DepartureMoveRequest,
  DepartureRequest,
  DepartureResponse,
  DepartureStepRequest,
} from './departures.dto.js';
import { DeparturesService } from './departures.service.js';

@ApiTags('departures')
@Controller('v1')
export class DeparturesController {
  constructor(
    private readonly departures: DeparturesService,
    private readonly steps: DepartureSteps,
    private readonly moves: DepartureMove,
  ) {}

  /** Plans the journey home, on a ticket of one's own or a charter. */
  @Post('registrations/:id/departure')
  @Allow('officer')
  @Idempotent()
  @AnswersTagged(201, DepartureResponse)
  plan(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: DepartureRequest,
  ): Promise<DepartureResponse> {
    return this.departures.plan(caller, id, body, idempotent);
  }

  @Get('registrations/:id/departure')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @AnswersTagged(200, DepartureResponse)
  read(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<DepartureResponse> {
    return this.departures.read(caller, id);
  }

  /** Clears the person to travel: leave to exit is granted and there is a document to travel with. */
  @Post('departures/:id/clearance')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, DepartureResponse)
  clear(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<DepartureResponse> {
    return this.steps.clear(caller, id, version);
  }

  /** The carrier has moved the journey: it leaves at another time. */
  @Post('departures/:id/schedule')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, DepartureResponse)
  move(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DepartureMoveRequest,
  ): Promise<DepartureResponse> {
    return this.moves.move(caller, id, version, body);
  }

  /** From the evening before on. Whoever records later what happened earlier says when it was. */
  @Post('departures/:id/boarding')
  @Allow('officer', 'supervisor')
  @Versioned()
  @ApiBody({ type: DepartureStepRequest, required: false })
  @AnswersTagged(200, DepartureResponse)
  board(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DepartureStepRequest,
  ): Promise<DepartureResponse> {
    return this.steps.board(caller, id, version, body);
  }

  /** The person has left; the registration is closed. */
  @Post('departures/:id/departure')
  @Allow('officer', 'supervisor')
  @Versioned()
  @ApiBody({ type: DepartureStepRequest, required: false })
  @AnswersTagged(200, DepartureResponse)
  depart(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DepartureStepRequest,
  ): Promise<DepartureResponse> {
    return this.steps.depart(caller, id, version, body);
  }

  /** The person did not go; another journey can be planned. */
  @Post('departures/:id/missed')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, DepartureResponse)
  miss(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<DepartureResponse> {
    return this.steps.miss(caller, id, version);
  }

  /** The person is home. */
  @Post('departures/:id/arrival')
  @Allow('home-agency', 'officer')
  @Versioned()
  @ApiBody({ type: DepartureStepRequest, required: false })
  @AnswersTagged(200, DepartureResponse)
  arrive(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DepartureStepRequest,
  ): Promise<DepartureResponse> {
    return this.steps.arrive(caller, id, version, body);
  }
}
