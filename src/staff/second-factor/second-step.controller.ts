import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { AllowEveryone } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { TokensResponse } from '../access/sign-in.dto.js';
import { PasskeyQuestion, SecondStepRequest, SecondStepTokenRequest } from './second-factor.dto.js';
import { SecondStepService } from './second-step.service.js';

@ApiTags('access')
@Controller('v1/sessions/second-step')
export class SecondStepController {
  constructor(private readonly steps: SecondStepService) {}

  /** Staff sign in with their second factor, after the password. */
  @Post()
  @AllowEveryone()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @Answers(201, TokensResponse)
  finish(
    @CurrentCaller() caller: Caller,
    @Body() { token, ...proof }: SecondStepRequest,
  ): Promise<TokensResponse> {
    return this.steps.finish(caller, token, proof);
  }

  /** What a passkey signs to sign in. */
  @Post('questions')
  @AllowEveryone()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @Answers(201, PasskeyQuestion)
  ask(@Body() { token }: SecondStepTokenRequest): Promise<PasskeyQuestion> {
    return this.steps.askPasskey(token);
  }
}
