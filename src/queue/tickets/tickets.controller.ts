import { applyDecorators, Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, MayBeAbsent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { QueueReader } from '../board/queue-reader.js';
import { CallingService } from '../calling/calling.service.js';
import { OwnTicketResponse } from './own-ticket.dto.js';
import { FinishRequest, TicketList, TicketResponse } from './tickets.dto.js';
import { TicketsService } from './tickets.service.js';

/** A change of a ticket by the officer whose counter it is at, or a supervisor. */
const Act = (path: string) =>
  applyDecorators(
    Post(`:id/${path}`),
    Allow('officer', 'supervisor'),
    Versioned(),
    AnswersTagged(200, TicketResponse),
  );
const TicketId = () => Param('id', ParseUUIDPipe);

@ApiTags('queue')
@Controller('v1/tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly calling: CallingService,
    private readonly reader: QueueReader,
  ) {}

  /** The visit of the person who asks, today, with their place. */
  @Get('own')
  @MayBeAbsent()
  @Allow('person')
  @Answers(200, OwnTicketResponse)
  readOwn(@CurrentCaller() caller: Caller): Promise<OwnTicketResponse> {
    return this.reader.own(caller);
  }

  /** People who wait aside. */
  @Get('parked')
  @Allow('officer', 'supervisor')
  @Answers(200, TicketList)
  parked(@CurrentCaller() caller: Caller): Promise<TicketList> {
    return this.tickets.parked(caller);
  }

  @Get(':id')
  @Allow('officer', 'supervisor')
  @AnswersTagged(200, TicketResponse)
  read(@CurrentCaller() caller: Caller, @TicketId() id: string) {
    return this.tickets.read(caller, id);
  }

  /** Calls the number once more. */
  @Act('recall')
  recall(@CurrentCaller() caller: Caller, @TicketId() id: string, @ExpectedVersion() version: number) {
    return this.calling.recall(caller, id, version);
  }

  /** The person has come to the counter. */
  @Act('start')
  start(@CurrentCaller() caller: Caller, @TicketId() id: string, @ExpectedVersion() version: number) {
    return this.tickets.start(caller, id, version);
  }

  /** The person waits aside and keeps the place. */
  @Act('park')
  park(@CurrentCaller() caller: Caller, @TicketId() id: string, @ExpectedVersion() version: number) {
    return this.tickets.park(caller, id, version);
  }

  /** The person who waited aside waits to be called again. */
  @Act('resume')
  resume(@CurrentCaller() caller: Caller, @TicketId() id: string, @ExpectedVersion() version: number) {
    return this.tickets.resume(caller, id, version);
  }

  /** The person did not come, and is booked again. */
  @Act('missed')
  missed(@CurrentCaller() caller: Caller, @TicketId() id: string, @ExpectedVersion() version: number) {
    return this.tickets.missed(caller, id, version);
  }

  /** The visit is over. */
  @Act('finish')
  finish(
    @CurrentCaller() caller: Caller,
    @TicketId() id: string,
    @ExpectedVersion() version: number,
    @Body() { outcome }: FinishRequest,
  ) {
    return this.tickets.finish(caller, id, version, outcome);
  }
}
