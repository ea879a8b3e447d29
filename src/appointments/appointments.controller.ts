import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { AnswersTagged, Idempotent, MayBeAbsent, Versioned } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { ExpectedVersion } from '../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { AppointmentDesk } from './appointment-desk.service.js';
import { AppointmentReader } from './appointment-reader.js';
import { AppointmentRequest, AppointmentResponse } from './appointments.dto.js';

@ApiTags('appointments')
@Controller('v1')
export class AppointmentsController {
  constructor(
    private readonly desk: AppointmentDesk,
    private readonly reader: AppointmentReader,
  ) {}

  /** The appointment that a person can still come to. */
  @Get('registrations/:id/appointment')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @AnswersTagged(200, AppointmentResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AppointmentResponse> {
    return this.reader.read(caller, id);
  }

  /** Books a person who has no appointment: the earliest free seat, or one in the slot that is given. */
  @Post('registrations/:id/appointment')
  @Allow('officer', 'supervisor')
  @Idempotent()
  @AnswersTagged(201, AppointmentResponse)
  book(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: AppointmentRequest,
  ): Promise<AppointmentResponse> {
    return this.desk.book(caller, id, body, idempotent);
  }

  /** The appointment of the person who asks. */
  @Get('appointments/own')
  @MayBeAbsent()
  @Allow('person')
  @AnswersTagged(200, AppointmentResponse)
  readOwn(@CurrentCaller() caller: Caller): Promise<AppointmentResponse> {
    return this.reader.readOwn(caller);
  }

  /** Gives an appointment back; its seat is free again at once. */
  @Post('appointments/:id/cancellation')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, AppointmentResponse)
  cancel(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<AppointmentResponse> {
    return this.desk.cancel(caller, id, version);
  }
}
