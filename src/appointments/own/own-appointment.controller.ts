import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, MayBeAbsent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { AppointmentResponse } from '../appointments.dto.js';
import {
  ChosenTimeRequest,
  EarlierWishRequest,
  EarlierWishResponse,
  OwnChoices,
} from './own-appointment.dto.js';
import { OwnAppointmentService } from './own-appointment.service.js';
import { OwnCalendar } from './own-calendar.service.js';

@ApiTags('appointments')
@Controller('v1/appointments/own')
@Allow('person')
export class OwnAppointmentController {
  constructor(
    private readonly own: OwnAppointmentService,
    private readonly calendar: OwnCalendar,
  ) {}

  /** Times that the person can choose now. */
  @Get('choices')
  @Answers(200, OwnChoices)
  choices(@CurrentCaller() caller: Caller): Promise<OwnChoices> {
    return this.own.choices(caller);
  }

  /** Books the person who asks, who has no appointment, at a time of their choice. */
  @Post()
  @Idempotent()
  @AnswersTagged(201, AppointmentResponse)
  book(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: ChosenTimeRequest,
  ): Promise<AppointmentResponse> {
    return this.own.book(caller, body, idempotent);
  }

  /** Another time instead; the old one is kept where the new one is taken. */
  @Post('rescheduling')
  @Versioned()
  @MayBeAbsent()
  @AnswersTagged(200, AppointmentResponse)
  reschedule(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() body: ChosenTimeRequest,
  ): Promise<AppointmentResponse> {
    return this.own.reschedule(caller, version, body);
  }

  /** Gives the appointment back. Its seat is free for others after some minutes. */
  @Post('cancellation')
  @Versioned()
  @MayBeAbsent()
  @AnswersTagged(200, AppointmentResponse)
  cancel(@CurrentCaller() caller: Caller, @ExpectedVersion() version: number): Promise<AppointmentResponse> {
    return this.own.cancel(caller, version);
  }

  /** Says whether the person would come earlier. */
  @Put('earlier-wish')
  @Versioned()
  @MayBeAbsent()
  @AnswersTagged(200, EarlierWishResponse)
  wishEarlier(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() { wanted }: EarlierWishRequest,
  ): Promise<EarlierWishResponse> {
    return this.own.wishEarlier(caller, version, wanted);
  }

  /** The appointment for a calendar: a time and the word "appointment", nothing else. One that was cancelled, to take it out again. */
  @Get('calendar')
  @MayBeAbsent()
  @HttpCode(200)
  @ApiProduces('text/calendar')
  @ApiResponse({
    status: 200,
    description: 'Done.',
    content: { 'text/calendar': { schema: { type: 'string' } } },
  })
  async file(
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.calendar.file(caller);
    void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="appointment.ics"');
    return file;
  }
}
