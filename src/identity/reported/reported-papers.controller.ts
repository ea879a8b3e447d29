import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { sentFile } from '../../platform/http/sent-file.js';
import { ReportedListResponse } from './reported.dto.js';
import { ReportedPapers } from './reported-papers.service.js';

/** Papers that the national bureau has as lost, stolen or revoked. */
@ApiTags('identity')
@Controller('v1/reported-papers')
export class ReportedPapersController {
  constructor(private readonly papers: ReportedPapers) {}

  /** The list that counts, without its numbers. */
  @Get()
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, ReportedListResponse)
  latest(@CurrentCaller() caller: Caller): Promise<ReportedListResponse> {
    return this.papers.latest(caller);
  }

  /** Reads the whole list in anew, as CSV: number, type, issuer, status. Sent again, it is the same list. */
  @Post()
  @Allow('supervisor')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Answers(200, ReportedListResponse)
  async import(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<ReportedListResponse> {
    const { bytes } = await sentFile(request, 'file');
    return this.papers.import(caller, bytes);
  }
}
