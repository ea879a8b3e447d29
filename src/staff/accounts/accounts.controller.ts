import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { AccountChangeRequest, AccountList, AccountResponse, NewAccountRequest } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';

@ApiTags('staff')
@Controller('v1/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Allow('administrator')
  @Answers(200, AccountList)
  list(@CurrentCaller() caller: Caller): Promise<AccountList> {
    return this.accounts.list(caller);
  }

  @Post()
  @Allow('administrator')
  @AskAgain()
  @Answers(201, AccountResponse)
  create(@CurrentCaller() caller: Caller, @Body() body: NewAccountRequest): Promise<AccountResponse> {
    return this.accounts.create(caller, body);
  }

  @Patch(':id')
  @Allow('administrator')
  @AskAgain()
  @Versioned()
  @AnswersTagged(200, AccountResponse)
  change(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: AccountChangeRequest,
  ): Promise<AccountResponse> {
    return this.accounts.change(caller, id, version, body);
  }
}
