import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { ExpectedVersion } from '../platform/http/entity-tag.js';
import { DISCLOSERS } from '../registrations/disclosure/second-person/second-person-state.js';
import { BandNotesService } from './band-notes.service.js';
import { BandNotesRequest, BandNotesResponse, BandOverrideRequest, TriageResponse } from './triage.dto.js';
import { TriageService } from './triage.service.js';

@ApiTags('triage')
@Controller('v1/registrations/:id/triage')
export class TriageController {
  constructor(
    private readonly triage: TriageService,
    private readonly notes: BandNotesService,
  ) {}

  @Get()
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @AnswersTagged(200, TriageResponse)
  read(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<TriageResponse> {
    return this.triage.read(caller, id);
  }

  /** Sets the band against the rule, for a reason that is kept sealed. */
  @Post()
  @Allow('officer', 'protection', 'supervisor')
  @Versioned()
  @AnswersTagged(200, TriageResponse)
  override(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: BandOverrideRequest,
  ): Promise<TriageResponse> {
    return this.triage.override(caller, id, version, body);
  }

  /** Shows why officers set the band, for a reason that is kept, once another person has agreed to what is written about the person (`statements`). */
  @Post('disclosures')
  @Allow(...DISCLOSERS)
  @AskAgain()
  @Answers(200, BandNotesResponse)
  disclose(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: BandNotesRequest,
  ): Promise<BandNotesResponse> {
    return this.notes.disclose(caller, id, reason);
  }
}
