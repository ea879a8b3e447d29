import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { ApplicationReader } from '../applications/application-reader.js';
import {
  FamilyApplicationRequest,
  FamilyApprovalRequest,
  FamilyDeclineRequest,
  FamilyDocuments,
  FamilyResponse,
} from './families.dto.js';
import { FamiliesService } from './families.service.js';
import { FamilyApplications } from './family-applications.service.js';

@ApiTags('travel documents')
@Controller('v1')
export class FamiliesController {
  constructor(
    private readonly applying: FamilyApplications,
    private readonly reader: ApplicationReader,
    private readonly families: FamiliesService,
  ) {}

  /** Applies for several of those who registered together, all or none; a document for each. */
  @Post('registrations/:id/family-application')
  @Allow('officer')
  @Idempotent()
  @AnswersTagged(201, FamilyResponse)
  apply(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: FamilyApplicationRequest,
  ): Promise<FamilyResponse> {
    return this.applying.apply(caller, id, body, idempotent);
  }

  @Get('family-applications/:id')
  @Allow('officer', 'approver', 'supervisor')
  @AnswersTagged(200, FamilyResponse)
  read(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<FamilyResponse> {
    return this.reader.family(caller, id);
  }

  /** Approves all of them; never by who applied. */
  @Post('family-applications/:id/approval')
  @Allow('approver')
  @AskAgain()
  @Versioned()
  @AnswersTagged(200, FamilyResponse)
  approve(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { seen }: FamilyApprovalRequest,
  ): Promise<FamilyResponse> {
    return this.families.decide(caller, id, version, { status: 'approved', seen });
  }

  @Post('family-applications/:id/refusal')
  @Allow('approver')
  @Versioned()
  @AnswersTagged(200, FamilyResponse)
  decline(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: FamilyDeclineRequest,
  ): Promise<FamilyResponse> {
    return this.families.decide(caller, id, version, { status: 'declined', reason });
  }

  /** Issues the documents of all of them. */
  @Post('family-applications/:id/documents')
  @Allow('officer')
  @Versioned()
  @Answers(201, FamilyDocuments)
  issue(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<FamilyDocuments> {
    return this.families.issue(caller, id, version);
  }
}
