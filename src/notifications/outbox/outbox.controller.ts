import { Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { MessageFigures, MessagePage, MessageResponse, MessagesQuery } from './outbox.dto.js';
import { OutboxService } from './outbox.service.js';
import { Resending } from './resending.service.js';

@ApiTags('messages')
@Controller('v1/messages')
export class OutboxController {
  constructor(
    private readonly outbox: OutboxService,
    private readonly resending: Resending,
  ) {}

  /** Messages of the post, latest first. */
  @Get()
  @Allow('supervisor')
  @Answers(200, MessagePage)
  list(@CurrentCaller() caller: Caller, @Query() query: MessagesQuery): Promise<MessagePage> {
    return this.outbox.list(caller, query);
  }

  /** How many are in which state today, what failed, and what it cost. */
  @Get('figures')
  @Allow('supervisor')
  @Answers(200, MessageFigures)
  figures(@CurrentCaller() caller: Caller): Promise<MessageFigures> {
    return this.outbox.figures(caller);
  }

  /** Sends a message again that failed, or of which nobody knows whether it was sent. */
  @Post(':id/resend')
  @Allow('supervisor')
  @Versioned()
  @AnswersTagged(200, MessageResponse)
  resend(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<MessageResponse> {
    return this.resending.resend(caller, id, version);
  }
}
