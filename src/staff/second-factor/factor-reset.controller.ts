import { Controller, Delete, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { FactorResetService } from './factor-reset.service.js';

@ApiTags('staff')
@Controller('v1/accounts')
export class FactorResetController {
  constructor(private readonly resets: FactorResetService) {}

  /** Takes away the second factor of somebody who lost it, and ends their sessions. Never one's own. */
  @Delete(':id/second-factor')
  @Allow('administrator')
  @AskAgain()
  @Answers(204)
  reset(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.resets.reset(caller, id);
  }
}
