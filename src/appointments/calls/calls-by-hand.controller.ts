import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { CallByHandRequest, CallByHandResponse } from './calls-by-hand.dto.js';
import { CallsByHand } from './calls-by-hand.service.js';

@ApiTags('appointments')
@Controller('v1/appointments/call-forward')
export class CallsByHandController {
  constructor(private readonly calls: CallsByHand) {}

  /** Tells the next people, by band and time, to come now. */
  @Post()
  @Allow('supervisor')
  @Idempotent()
  @Answers(200, CallByHandResponse)
  call(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: CallByHandRequest,
  ): Promise<CallByHandResponse> {
    return this.calls.call(caller, body, idempotent);
  }
}
