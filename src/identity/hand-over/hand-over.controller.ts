import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { HandOverRequest } from './hand-over.dto.js';
import { HandOvers } from './hand-over.service.js';

@ApiTags('identity')
@Controller('v1/registrations/:id/identity/hand-over')
export class HandOverController {
  constructor(private readonly handOvers: HandOvers) {}

  /** The person is of another country: the case is closed, and they go to that country's embassy. */
  @Post()
  @Allow('officer')
  @Answers(204)
  handOver(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { country }: HandOverRequest,
  ): Promise<void> {
    return this.handOvers.handOver(caller, id, country);
  }
}
