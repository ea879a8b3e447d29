import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { RegistryQueries } from './registry-queries.service.js';
import { RegistryQueriesResponse } from './registry.dto.js';

@ApiTags('identity')
@Controller('v1/registrations/:id/identity/registry-queries')
export class RegistryController {
  constructor(private readonly queries: RegistryQueries) {}

  @Get()
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @Answers(200, RegistryQueriesResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RegistryQueriesResponse> {
    return this.queries.read(caller, id);
  }

  /** Asks the citizen registry at home, where the person agreed to it. The answer becomes evidence. */
  @Post()
  @Allow('officer')
  @Idempotent()
  @Answers(201, RegistryQueriesResponse)
  ask(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
  ): Promise<RegistryQueriesResponse> {
    return this.queries.ask(caller, id, idempotent);
  }
}
