import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { LooksResponse, OwnRegistrationResponse } from '../registrations.dto.js';
import { OwnLooksService } from './own-looks.service.js';
import { OwnRegistrationService } from './own-registration.service.js';

@ApiTags('registrations')
@Controller('v1/registrations/own')
export class OwnRegistrationController {
  constructor(
    private readonly own: OwnRegistrationService,
    private readonly looks: OwnLooksService,
  ) {}

  /** Everything that is held about the person who asks. */
  @Get()
  @Allow('person')
  @AnswersTagged(200, OwnRegistrationResponse)
  read(@CurrentCaller() caller: Caller): Promise<OwnRegistrationResponse> {
    return this.own.read(caller);
  }

  /** Who looked at the person's case, and what was done with it. */
  @Get('looks')
  @Allow('person')
  @Answers(200, LooksResponse)
  readLooks(@CurrentCaller() caller: Caller): Promise<LooksResponse> {
    return this.looks.read(caller);
  }

  /** The person no longer wants help. */
  @Post('withdrawal')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, OwnRegistrationResponse)
  withdraw(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
  ): Promise<OwnRegistrationResponse> {
    return this.own.withdraw(caller, version);
  }
}
