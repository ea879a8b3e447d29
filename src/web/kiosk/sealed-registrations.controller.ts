import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { SealedRegistrationRequest, SealedRegistrationResponse } from './sealed-registrations.dto.js';
import { SealedRegistrationsService } from './sealed-registrations.service.js';

@ApiTags('registrations')
@Controller('v1/sealed-registrations')
export class SealedRegistrationsController {
  constructor(private readonly sealed: SealedRegistrationsService) {}

  /** Takes in a registration that a kiosk kept through a network cut. Its key is the one that it was sealed with. */
  @Post()
  @Allow('kiosk')
  @Idempotent()
  @Answers(201, SealedRegistrationResponse)
  receive(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() { key }: IdempotentRequest,
    @Body() { box }: SealedRegistrationRequest,
  ): Promise<SealedRegistrationResponse> {
    return this.sealed.receive(caller, key, box);
  }
}
