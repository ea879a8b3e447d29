import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdentityFileResponse } from '../identity.dto.js';
import { OwnVouchings } from './own-vouchings.service.js';
import { OwnVouchingsResponse, VouchingConfirmation } from './vouching.dto.js';
import { Vouchings } from './vouchings.service.js';

@ApiTags('identity')
@Controller('v1')
export class VouchingsController {
  constructor(
    private readonly own: OwnVouchings,
    private readonly vouchings: Vouchings,
  ) {}

  /** For the person: whether somebody named them as vouching for them. Not who. */
  @Get('vouchings/own')
  @Allow('person')
  @Answers(200, OwnVouchingsResponse)
  read(@CurrentCaller() caller: Caller): Promise<OwnVouchingsResponse> {
    return this.own.read(caller);
  }

  /** They do, and name for whom by the reference which that person gave them. */
  @Post('vouchings/:id/confirmation')
  @Allow('person')
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @Answers(200, OwnVouchingsResponse)
  confirm(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reference }: VouchingConfirmation,
  ): Promise<OwnVouchingsResponse> {
    return this.own.confirm(caller, id, reference);
  }

  /** They do not, or no longer. Contradicts, and opens again what was decided on it. */
  @Post('vouchings/:id/objection')
  @Allow('person')
  @Answers(200, OwnVouchingsResponse)
  object(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnVouchingsResponse> {
    return this.own.object(caller, id);
  }

  /** The referee is at the counter and says that they vouch; before another officer than the one who recorded it. */
  @Post('registrations/:id/identity/evidence/:evidenceId/referee-confirmation')
  @Allow('officer')
  @Versioned()
  @AnswersTagged(200, IdentityFileResponse)
  confirmHere(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @ExpectedVersion() version: number,
  ): Promise<IdentityFileResponse> {
    return this.vouchings.confirmHere(caller, id, evidenceId, version);
  }
}
