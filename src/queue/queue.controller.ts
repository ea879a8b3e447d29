import { Controller, Get, Sse, type MessageEvent } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { Allow } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { QueueEvents } from './board/queue-events.js';
import { QueueReader } from './board/queue-reader.js';
import { BoardResponse, QueueResponse } from './board/queue.dto.js';

@ApiTags('queue')
@Controller('v1/queue')
export class QueueController {
  constructor(
    private readonly reader: QueueReader,
    private readonly events: QueueEvents,
  ) {}

  /** The hall in numbers. */
  @Get()
  @Allow('officer', 'supervisor', 'board')
  @Answers(200, QueueResponse)
  read(@CurrentCaller() caller: Caller): Promise<QueueResponse> {
    return this.reader.hall(caller);
  }

  /** Server-sent events: `calls` with the whole board at once and after each change, `beat` every 15 seconds. */
  @Sse('events')
  @Allow('officer', 'supervisor', 'board')
  @ApiExtraModels(BoardResponse)
  @ApiProduces('text/event-stream')
  @ApiOperation({ description: 'The data of `calls` is a BoardResponse.' })
  @ApiResponse({
    status: 200,
    description: 'A stream that stays open.',
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(BoardResponse) } } },
  })
  stream(@CurrentCaller() caller: Caller): Observable<MessageEvent> {
    return this.events.of(caller);
  }
}
