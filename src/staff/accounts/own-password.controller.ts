import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Allow, AskAgain, BeforeOwnPassword, BeforeSecondFactor } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { STAFF } from '../../platform/auth/roles.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { OwnPasswordResponse, PasswordChangeRequest } from './own-password.dto.js';
import { OwnPasswordService } from './own-password.service.js';

@ApiTags('access')
@Controller('v1/password')
@Allow(...STAFF)
@BeforeSecondFactor()
@BeforeOwnPassword()
export class OwnPasswordController {
  constructor(private readonly passwords: OwnPasswordService) {}

  @Get()
  @Answers(200, OwnPasswordResponse)
  own(@CurrentCaller() caller: Caller): Promise<OwnPasswordResponse> {
    return this.passwords.own(caller);
  }

  /** Changes one's own password. Every other session of the account ends; this one goes on. */
  @Put()
  @AskAgain()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @Answers(204)
  change(@CurrentCaller() caller: Caller, @Body() body: PasswordChangeRequest): Promise<void> {
    return this.passwords.change(caller, body);
  }
}
