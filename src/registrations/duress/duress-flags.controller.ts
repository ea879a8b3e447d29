import {
  Body,
  Controller,
  Get,
  type MessageEvent,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Sse,
} from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { FLAG_READERS } from './duress-codes.js';
import { DuressEvents } from './duress-events.js';
import {
  AcknowledgementRequest,
  DuressFlagResponse,
  DuressFlagsPage,
  DuressFlagsQuery,
} from './duress-flags.dto.js';
import { DuressFlags } from './duress-flags.service.js';

/** Never whoever stands at a counter. */
@ApiTags('duress')
@Controller('v1/duress-flags')
@Allow(...FLAG_READERS)
export class DuressFlagsController {
  constructor(
    private readonly flags: DuressFlags,
    private readonly events: DuressEvents,
  ) {}

  /** Registrations that were opened with their help word; the latest first. */
  @Get()
  @Answers(200, DuressFlagsPage)
  list(@CurrentCaller() caller: Caller, @Query() query: DuressFlagsQuery): Promise<DuressFlagsPage> {
    return this.flags.list(caller, query);
  }

  /** Server-sent events: `flags` with how many wait, at once, after each change and every 15 seconds. */
  @Sse('events')
  @ApiProduces('text/event-stream')
  @ApiOperation({ description: 'The data of `flags` is `{"waiting": 1}`.' })
  @ApiResponse({
    status: 200,
    description: 'A stream that stays open.',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  stream(@CurrentCaller() caller: Caller): Observable<MessageEvent> {
    return this.events.of(caller);
  }

  /** Takes a flag up, with what became of it. */
  @Post(':id/acknowledgement')
  @Versioned()
  @AnswersTagged(200, DuressFlagResponse)
  acknowledge(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: AcknowledgementRequest,
  ): Promise<DuressFlagResponse> {
    return this.flags.acknowledge(caller, id, version, body);
  }
}
