import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { CountersignatureList, HolderCodeResponse } from './countersigning.dto.js';
import { CountersigningService } from './countersigning.service.js';

@ApiTags('staff')
@Controller('v1/countersignatures')
@Allow('administrator')
export class CountersigningController {
  constructor(private readonly countersigning: CountersigningService) {}

  /** What administrators gave accounts of the caller's posts, and what another one has still to confirm, or its holder to take over. */
  @Get()
  @Answers(200, CountersignatureList)
  list(@CurrentCaller() caller: Caller): Promise<CountersignatureList> {
    return this.countersigning.list(caller);
  }

  /**
   * By another administrator than the one who gave it, who has spoken with the account's holder and reads them the code. Sent
   * again, it gives another code in place of the first.
   */
  @Post(':id/confirmation')
  @AskAgain()
  @Answers(201, HolderCodeResponse)
  async confirm(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<HolderCodeResponse> {
    return { code: await this.countersigning.confirm(caller, id) };
  }

  /** Closes the account. Where it is opened again, it still waits. */
  @Post(':id/refusal')
  @AskAgain()
  @Answers(204)
  refuse(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.countersigning.refuse(caller, id);
  }
}
