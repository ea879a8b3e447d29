import { Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, MayBeAbsent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion, tagged } from '../../platform/http/entity-tag.js';
import { ErasureResponse } from './erasure.dto.js';
import { OwnErasureService } from './own-erasure.service.js';

@ApiTags('registrations')
@Controller('v1/registrations/own/erasure')
export class ErasureController {
  constructor(private readonly erasure: OwnErasureService) {}

  /** What became of the person's wish to be erased. */
  @Get()
  @Allow('person')
  @Answers(200, ErasureResponse)
  @MayBeAbsent()
  async read(
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureResponse> {
    return tagged(reply, await this.erasure.read(caller));
  }

  /** The person asks to be erased. Asking again answers the same; nothing happens before it is confirmed. */
  @Post()
  @Allow('person')
  @Answers(200, ErasureResponse)
  async ask(
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureResponse> {
    return tagged(reply, await this.erasure.ask(caller));
  }

  /** The person means it. Carried out a day later, or when nothing obliges us to keep it any more. */
  @Post('confirmation')
  @Allow('person')
  @Versioned()
  @Answers(200, ErasureResponse)
  async confirm(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureResponse> {
    return tagged(reply, await this.erasure.confirm(caller, version));
  }

  /** The person thought better of it. */
  @Post('cancellation')
  @Allow('person')
  @Versioned()
  @Answers(200, ErasureResponse)
  async cancel(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureResponse> {
    return tagged(reply, await this.erasure.cancel(caller, version));
  }
}
