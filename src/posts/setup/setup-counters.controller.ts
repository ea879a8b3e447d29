import { Body, Controller, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { AnswersTagged, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { CounterPath, CounterRequest, SetupChangedResponse, SetupChangeQuery } from './setup.dto.js';
import { SetupCounters } from './setup-counters.service.js';

@ApiTags('posts')
@Controller('v1/posts/:id/counters')
@Allow('supervisor', 'administrator')
export class SetupCountersController {
  constructor(private readonly counters: SetupCounters) {}

  /** Another counter: as many more people at a time from now on. */
  @Post()
  @Idempotent()
  @Versioned()
  @AnswersTagged(201, SetupChangedResponse)
  add(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) postId: string,
    @ExpectedVersion() version: number,
    @IdempotencyKey() once: IdempotentRequest,
    @Query() query: SetupChangeQuery,
    @Body() body: CounterRequest,
  ): Promise<SetupChangedResponse> {
    return this.counters.add({ caller, postId, version, once, ...query }, body);
  }

  /** Another number or name; not while somebody works there. */
  @Put(':counter')
  @Versioned()
  @AnswersTagged(200, SetupChangedResponse)
  change(
    @CurrentCaller() caller: Caller,
    @Param() { id: postId, counter }: CounterPath,
    @ExpectedVersion() version: number,
    @Query() query: SetupChangeQuery,
    @Body() body: CounterRequest,
  ): Promise<SetupChangedResponse> {
    const act = { caller, postId, version, ...query };
    return this.counters.change(act, counter, body);
  }

  /** Closes a counter for good. Who was served there stays on record, and its number may be given to another. */
  @Post(':counter/closing')
  @Versioned()
  @AnswersTagged(200, SetupChangedResponse)
  close(
    @CurrentCaller() caller: Caller,
    @Param() { id: postId, counter }: CounterPath,
    @ExpectedVersion() version: number,
    @Query() query: SetupChangeQuery,
  ): Promise<SetupChangedResponse> {
    return this.counters.close({ caller, postId, version, ...query }, counter);
  }
}
