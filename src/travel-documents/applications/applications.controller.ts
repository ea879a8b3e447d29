import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { TravelDocumentResponse } from '../documents/documents.dto.js';
import { IssuanceService } from '../issuance/issuance.service.js';
import { ApplicationReader } from './application-reader.js';
import {
  ApplicationContentResponse,
  ApplicationPage,
  ApplicationQuery,
  ApplicationRequest,
  ApplicationResponse,
  ApprovalRequest,
  DeclineRequest,
} from './applications.dto.js';
import { ApplicationsService } from './applications.service.js';

@ApiTags('travel documents')
@Controller('v1')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly reader: ApplicationReader,
    private readonly issuance: IssuanceService,
  ) {}

  /** Asks for an emergency travel document for a person whose identity is verified. */
  @Post('registrations/:id/travel-document-application')
  @Allow('officer')
  @Idempotent()
  @AnswersTagged(201, ApplicationResponse)
  apply(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: ApplicationRequest,
  ): Promise<ApplicationResponse> {
    return this.applications.apply(caller, id, body, idempotent);
  }

  @Get('travel-document-applications')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, ApplicationPage)
  list(@CurrentCaller() caller: Caller, @Query() query: ApplicationQuery): Promise<ApplicationPage> {
    return this.reader.list(caller, query);
  }

  @Get('travel-document-applications/:id')
  @Allow('officer', 'approver', 'supervisor')
  @AnswersTagged(200, ApplicationResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ApplicationResponse> {
    return this.reader.read(caller, id);
  }

  /** What would be printed, for the one who decides. */
  @Get('travel-document-applications/:id/content')
  @Allow('officer', 'approver')
  @Answers(200, ApplicationContentResponse)
  content(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ApplicationContentResponse> {
    return this.reader.content(caller, id);
  }

  /** Approves what the caller was shown; never by who applied. */
  @Post('travel-document-applications/:id/approval')
  @Allow('approver')
  @AskAgain()
  @Versioned()
  @AnswersTagged(200, ApplicationResponse)
  approve(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { seen }: ApprovalRequest,
  ): Promise<ApplicationResponse> {
    return this.applications.approve(caller, id, version, seen);
  }

  @Post('travel-document-applications/:id/refusal')
  @Allow('approver')
  @Versioned()
  @AnswersTagged(200, ApplicationResponse)
  decline(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: DeclineRequest,
  ): Promise<ApplicationResponse> {
    return this.applications.decline(caller, id, version, reason);
  }

  /** Issues the document that was approved: numbered, sealed, ready to print. */
  @Post('travel-document-applications/:id/document')
  @Allow('officer')
  @Versioned()
  @AnswersTagged(201, TravelDocumentResponse)
  issue(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<TravelDocumentResponse> {
    return this.issuance.issue(caller, id, version);
  }
}
