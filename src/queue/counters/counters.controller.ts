import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, MayBeAbsent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { tagged } from '../../platform/http/entity-tag.js';
import { CallingService } from '../calling/calling.service.js';
import { TicketResponse } from '../tickets/tickets.dto.js';
import { CounterOpeningRequest, CounterSessionResponse } from './counters.dto.js';
import { CountersService } from './counters.service.js';

@ApiTags('queue')
@Controller('v1/counter-sessions')
export class CountersController {
  constructor(
    private readonly counters: CountersService,
    private readonly calling: CallingService,
  ) {}

  /** Starts work at a counter. */
  @Post()
  @Allow('officer')
  @Answers(201, CounterSessionResponse)
  open(
    @CurrentCaller() caller: Caller,
    @Body() body: CounterOpeningRequest,
  ): Promise<CounterSessionResponse> {
    return this.counters.open(caller, body.counterId);
  }

  /** The caller's counter and who is at it. */
  @Get('current')
  @MayBeAbsent()
  @Allow('officer')
  @Answers(200, CounterSessionResponse)
  read(@CurrentCaller() caller: Caller): Promise<CounterSessionResponse> {
    return this.counters.read(caller);
  }

  /** Calls nobody new for a while. */
  @Post('current/pause')
  @Allow('officer')
  @Answers(200, CounterSessionResponse)
  pause(@CurrentCaller() caller: Caller): Promise<CounterSessionResponse> {
    return this.counters.pause(caller);
  }

  @Post('current/resume')
  @Allow('officer')
  @Answers(200, CounterSessionResponse)
  resume(@CurrentCaller() caller: Caller): Promise<CounterSessionResponse> {
    return this.counters.resume(caller);
  }

  /** Ends work at the counter; refused while a person is there. */
  @Delete('current')
  @Allow('officer')
  @Answers(204)
  close(@CurrentCaller() caller: Caller): Promise<void> {
    return this.counters.close(caller);
  }

  /** Closes the counter of an officer who has gone. */
  @Delete(':id')
  @Allow('supervisor')
  @Answers(204)
  closeFor(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.counters.closeFor(caller, id);
  }

  /** Calls the next person, or answers the one who is at the counter. 204 where nobody waits. */
  @Post('current/next')
  @Allow('officer')
  @Answers(200, TicketResponse)
  @ApiResponse({ status: 204, description: 'Nobody waits.' })
  async next(
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketResponse | undefined> {
    const ticket = await this.calling.callNext(caller);
    if (ticket) tagged(reply, ticket);
    else reply.status(204);
    return ticket;
  }
}
