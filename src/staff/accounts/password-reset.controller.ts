import { Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { GivenPasswordResponse } from './accounts.dto.js';
import { PasswordResetService } from './password-reset.service.js';

@ApiTags('staff')
@Controller('v1/accounts')
export class PasswordResetController {
  constructor(private readonly resets: PasswordResetService) {}

  /** Another password for somebody who forgot theirs, told once; ends their sessions. Never one's own. */
  @Post(':id/password')
  @Allow('administrator')
  @AskAgain()
  @Answers(201, GivenPasswordResponse)
  async reset(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<GivenPasswordResponse> {
    return { password: await this.resets.reset(caller, id) };
  }
}
