import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { AnswersTagged, MayBeAbsent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { ErasureResponse } from './erasure.dto.js';
import { OwnErasureService } from './own-erasure.service.js';

@ApiTags('registrations')
@Controller('v1/registrations/own/erasure')
export class ErasureController {
  constructor(private readonly erasure: OwnErasureService) {}

  /** What became of the person's wish to be erased. */
  @Get()
  @Allow('person')
  @AnswersTagged(200, ErasureResponse)
  @MayBeAbsent()
  read(@CurrentCaller() caller: Caller): Promise<ErasureResponse> {
    return this.erasure.read(caller);
  }

  /** The person asks to be erased. Asking again answers the same; nothing happens before it is confirmed. */
  @Post()
  @Allow('person')
  @AnswersTagged(200, ErasureResponse)
  ask(@CurrentCaller() caller: Caller): Promise<ErasureResponse> {
    return this.erasure.ask(caller);
  }

  /** The person means it. Carried out a day later, or when nothing obliges us to keep it any more. */
  @Post('confirmation')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, ErasureResponse)
  confirm(@CurrentCaller() caller: Caller, @ExpectedVersion() version: number): Promise<ErasureResponse> {
    return this.erasure.confirm(caller, version);
  }

  /** The person thought better of it. */
  @Post('cancellation')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, ErasureResponse)
  cancel(@CurrentCaller() caller: Caller, @ExpectedVersion() version: number): Promise<ErasureResponse> {
    return this.erasure.cancel(caller, version);
  }
}
