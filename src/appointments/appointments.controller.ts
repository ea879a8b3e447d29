import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers, Idempotent, MayBeAbsent, Versioned } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { ExpectedVersion, tagged } from '../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { AppointmentDesk } from './appointment-desk.service.js';
import { AppointmentReader } from './appointment-reader.js';
import {
  AppointmentRequest,
  AppointmentResponse,
  CallForwardRequest,
  CallForwardResponse,
} from './appointments.dto.js';
import { CallForwardService } from './call-forward.service.js';

@ApiTags('appointments')
@Controller('v1')
export class AppointmentsController {
  constructor(
    private readonly desk: AppointmentDesk,
    private readonly reader: AppointmentReader,
    private readonly forward: CallForwardService,
  ) {}

  /** The appointment that a person can still come to. */
  @Get('registrations/:id/appointment')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @Answers(200, AppointmentResponse)
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AppointmentResponse> {
    return tagged(reply, await this.reader.read(caller, id));
  }

  /** Books a person who has no appointment: the earliest free seat, or one in the slot that is given. */
  @Post('registrations/:id/appointment')
  @Allow('officer', 'supervisor')
  @Idempotent()
  @Answers(201, AppointmentResponse)
  async book(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: AppointmentRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AppointmentResponse> {
    return tagged(reply, await this.desk.book(caller, id, body, idempotent));
  }

  /** The appointment of the person who asks. */
  @Get('appointments/own')
  @MayBeAbsent()
  @Allow('person')
  @Answers(200, AppointmentResponse)
  async readOwn(
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AppointmentResponse> {
    return tagged(reply, await this.reader.readOwn(caller));
  }

  /** Tells the next people, by band and time, to come now. */
  @Post('appointments/call-forward')
  @Allow('supervisor')
  @Idempotent()
  @Answers(200, CallForwardResponse)
  callForward(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: CallForwardRequest,
  ): Promise<CallForwardResponse> {
    return this.forward.callForward(caller, body, idempotent);
  }

  /** Gives an appointment back; its seat is free again at once. */
  @Post('appointments/:id/cancellation')
  @Allow('officer', 'supervisor')
  @Versioned()
  @Answers(200, AppointmentResponse)
  async cancel(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AppointmentResponse> {
    return tagged(reply, await this.desk.cancel(caller, id, version));
  }
}
