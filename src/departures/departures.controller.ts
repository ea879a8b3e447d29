import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers, Idempotent, Versioned } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { ExpectedVersion, tagged } from '../platform/http/entity-tag.js';
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
  @Answers(201, DepartureResponse)
  async plan(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: DepartureRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureResponse> {
    return tagged(reply, await this.departures.plan(caller, id, body, idempotent));
  }

  @Get('registrations/:id/departure')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @Answers(200, DepartureResponse)
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureResponse> {
    return tagged(reply, await this.departures.read(caller, id));
  }

  /** Clears the person to travel: leave to exit is granted and there is a document to travel with. */
  @Post('departures/:id/clearance')
  @Allow('officer', 'supervisor')
  @Versioned()
  @Answers(200, DepartureResponse)
  async clear(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureResponse> {
    return tagged(reply, await this.steps.clear(caller, id, version));
  }

  /** The carrier has moved the journey: it leaves at another time. */
  @Post('departures/:id/schedule')
  @Allow('officer', 'supervisor')
  @Versioned()
  @Answers(200, DepartureResponse)
  async move(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DepartureMoveRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureResponse> {
    return tagged(reply, await this.moves.move(caller, id, version, body));
  }

  /** From the evening before on. Whoever records later what happened earlier says when it was. */
  @Post('departures/:id/boarding')
  @Allow('officer', 'supervisor')
  @Versioned()
  @ApiBody({ type: DepartureStepRequest, required: false })
  @Answers(200, DepartureResponse)
  async board(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DepartureStepRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureResponse> {
    return tagged(reply, await this.steps.board(caller, id, version, body));
  }

  /** The person has left; the registration is closed. */
  @Post('departures/:id/departure')
  @Allow('officer', 'supervisor')
  @Versioned()
  @ApiBody({ type: DepartureStepRequest, required: false })
  @Answers(200, DepartureResponse)
  async depart(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DepartureStepRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureResponse> {
    return tagged(reply, await this.steps.depart(caller, id, version, body));
  }

  /** The person did not go; another journey can be planned. */
  @Post('departures/:id/missed')
  @Allow('officer', 'supervisor')
  @Versioned()
  @Answers(200, DepartureResponse)
  async miss(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureResponse> {
    return tagged(reply, await this.steps.miss(caller, id, version));
  }

  /** The person is home. */
  @Post('departures/:id/arrival')
  @Allow('home-agency', 'officer')
  @Versioned()
  @ApiBody({ type: DepartureStepRequest, required: false })
  @Answers(200, DepartureResponse)
  async arrive(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DepartureStepRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureResponse> {
    return tagged(reply, await this.steps.arrive(caller, id, version, body));
  }
}
