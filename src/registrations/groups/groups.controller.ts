import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AllowEveryone } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, MayBeAbsent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { GroupReader } from './group-reader.js';
import { CaseResponse } from '../registrations.dto.js';
import {
  CompanionsResponse,
  GuardianRequest,
  RegistrationGroupReceipt,
  RegistrationGroupRequest,
} from './groups.dto.js';
import { GroupsService } from './groups.service.js';
import { GuardiansService } from './guardians.service.js';

@ApiTags('registrations')
@Controller('v1')
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly reader: GroupReader,
    private readonly guardians: GuardiansService,
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

  /** Says whom a child is with, once that adult has registered. Another one takes the place of the one before. */
  @Put('registrations/:id/guardian')
  @Allow('officer', 'protection')
  @Versioned()
  @AnswersTagged(200, CaseResponse)
  link(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reference }: GuardianRequest,
  ): Promise<CaseResponse> {
    return this.guardians.link(caller, id, version, reference);
  }

  /** The child is not with that adult. */
  @Delete('registrations/:id/guardian')
  @Allow('officer', 'protection')
  @Versioned()
  @AnswersTagged(200, CaseResponse)
  @MayBeAbsent()
  unlink(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<CaseResponse> {
    return this.guardians.unlink(caller, id, version);
  }
}
