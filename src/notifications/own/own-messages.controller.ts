import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { OwnMessagesResponse } from './own-messages.dto.js';
import { OwnMessagesService } from './own-messages.service.js';

@ApiTags('messages')
@Controller('v1/messages')
export class OwnMessagesController {
  constructor(private readonly own: OwnMessagesService) {}

  /** What was written to the person who asks, latest first. */
  @Get('own')
  @Allow('person')
  @Answers(200, OwnMessagesResponse)
  read(@CurrentCaller() caller: Caller): Promise<OwnMessagesResponse> {
    return this.own.read(caller);
  }
}
