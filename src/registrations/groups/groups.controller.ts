import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AllowEveryone } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { GroupReader } from './group-reader.js';
import { CompanionsResponse, RegistrationGroupReceipt, RegistrationGroupRequest } from './groups.dto.js';
import { GroupsService } from './groups.service.js';

@ApiTags('registrations')
@Controller('v1')
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly reader: GroupReader,
  ) {}

  /** Reports people who are together: all of them or nobody. Each has an own case, reference, code and receipt. */
  @Post('registration-groups')
  @AllowEveryone()
  @Idempotent()
  @Answers(201, RegistrationGroupReceipt)
  register(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: RegistrationGroupRequest,
  ): Promise<RegistrationGroupReceipt> {
    return this.groups.register(caller, body, idempotent);
  }

  /** Who registered together with this person. Never shown to the people themselves. */
  @Get('registrations/:id/companions')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @Answers(200, CompanionsResponse)
  companions(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CompanionsResponse> {
    return this.reader.companions(caller, id);
  }
}
