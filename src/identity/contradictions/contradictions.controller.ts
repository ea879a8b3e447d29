import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdentityFileResponse, ResolutionRequest } from '../identity.dto.js';
import { ResolutionService } from './resolution.service.js';

@ApiTags('identity')
@Controller('v1/registrations/:id/identity/contradictions')
export class ContradictionsController {
  constructor(private readonly resolution: ResolutionService) {}

  /** Says why a contradiction does not stand in the way. The reason is kept sealed. */
  @Post(':contradictionId/resolution')
  @Allow('officer')
  @Versioned()
  @AnswersTagged(200, IdentityFileResponse)
  resolve(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('contradictionId', ParseUUIDPipe) contradictionId: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: ResolutionRequest,
  ): Promise<IdentityFileResponse> {
    return this.resolution.resolve(caller, id, contradictionId, version, reason);
  }
}
