import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, Versioned } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { ExpectedVersion } from '../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { EvidenceRequest, IdentityDecisionRequest, IdentityFileResponse } from './identity.dto.js';
import { IdentityService } from './identity.service.js';
import { StatementsRequest, StatementsResponse } from './statements.dto.js';
import { StatementsService } from './statements.service.js';

@ApiTags('identity')
@Controller('v1/registrations/:id/identity')
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly statements: StatementsService,
  ) {}

  @Get()
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @AnswersTagged(200, IdentityFileResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<IdentityFileResponse> {
    return this.identity.read(caller, id);
  }

  /** Records what was seen, heard or answered. What it says is kept sealed. */
  @Post('evidence')
  @Allow('officer')
  @Idempotent()
  @AnswersTagged(201, IdentityFileResponse)
  recordEvidence(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: EvidenceRequest,
  ): Promise<IdentityFileResponse> {
    return this.identity.recordEvidence(caller, id, body, idempotent);
  }

  /**
   * Concludes. Where the evidence is weak, or a person would be turned away, a second officer is drawn by lot who does not
   * see this conclusion; an approver decides where the two differ. `verified` is refused where the evidence does not carry it.
   */
  @Post('decision')
  @Allow('officer', 'approver')
  @AskAgain()
  @Versioned()
  @AnswersTagged(200, IdentityFileResponse)
  decide(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: IdentityDecisionRequest,
  ): Promise<IdentityFileResponse> {
    return this.identity.decide(caller, id, version, body);
  }

  /** Shows what the evidence says, for a reason that is kept, while a request for a second person is open to the caller. */
  @Post('disclosures')
  @Allow('officer', 'protection', 'approver')
  @AskAgain()
  @Answers(200, StatementsResponse)
  disclose(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: StatementsRequest,
  ): Promise<StatementsResponse> {
    return this.statements.disclose(caller, id, reason);
  }
}
