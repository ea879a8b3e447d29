import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { RegistrationReceipt } from '../intake/intake.dto.js';
import { NewCodesRequest } from './access.dto.js';
import { NewCodes } from './new-codes.service.js';

@ApiTags('registrations')
@Controller('v1/registrations')
export class AccessCodesController {
  constructor(private readonly codes: NewCodes) {}

  /**
   * Gives the person, who is there, a new code and secret, shown once. The ones before open nothing any more, and every session
   * that they opened is over. Whoever holds them sees where somebody is: so staff are asked again.
   */
  @Post(':id/access-codes')
  @Allow('officer', 'protection')
  @AskAgain()
  @Idempotent()
  @Versioned()
  @Answers(201, RegistrationReceipt)
  renew(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: NewCodesRequest,
  ): Promise<RegistrationReceipt> {
    return this.codes.give(caller, id, version, body, idempotent);
  }
}
