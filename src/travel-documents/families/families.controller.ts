import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AskAgain } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion, tagged } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import {
  FamilyApplicationRequest,
  FamilyApprovalRequest,
  FamilyDeclineRequest,
  FamilyDocuments,
  FamilyResponse,
} from './families.dto.js';
import { FamiliesService } from './families.service.js';

@ApiTags('travel documents')
@Controller('v1')
export class FamiliesController {
  constructor(private readonly families: FamiliesService) {}

  /** Applies for several of those who registered together, all or none; a document for each. */
  @Post('registrations/:id/family-application')
  @Allow('officer')
  @Idempotent()
  @Answers(201, FamilyResponse)
  async apply(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: FamilyApplicationRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FamilyResponse> {
    return tagged(reply, await this.families.apply(caller, id, body, idempotent));
  }

  @Get('family-applications/:id')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, FamilyResponse)
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FamilyResponse> {
    return tagged(reply, await this.families.read(caller, id));
  }

  /** Approves all of them; never by who applied. */
  @Post('family-applications/:id/approval')
  @Allow('approver')
  @AskAgain()
  @Versioned()
  @Answers(200, FamilyResponse)
  async approve(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { seen }: FamilyApprovalRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FamilyResponse> {
    return tagged(reply, await this.families.decide(caller, id, version, { status: 'approved', seen }));
  }

  @Post('family-applications/:id/refusal')
  @Allow('approver')
  @Versioned()
  @Answers(200, FamilyResponse)
  async decline(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: FamilyDeclineRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FamilyResponse> {
    return tagged(reply, await this.families.decide(caller, id, version, { status: 'declined', reason }));
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
