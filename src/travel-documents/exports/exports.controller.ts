import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { exportCsv } from './export-csv.js';
import { ExportQuery, ExportResponse } from './exports.dto.js';
import { ExportsService } from './exports.service.js';

/** Numbers that are no longer good, for the national bureau. */
@ApiTags('travel documents')
@Controller('v1/travel-documents/exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** Lost, stolen, revoked and void numbers of a day. */
  @Get()
  @Allow('analyst', 'supervisor')
  @Answers(200, ExportResponse)
  read(@CurrentCaller() caller: Caller, @Query() { day }: ExportQuery): Promise<ExportResponse> {
    return this.exports.read(caller, day);
  }

  /** The same as CSV. */
  @Get('csv')
  @Allow('analyst', 'supervisor')
  @ApiResponse({ status: 200, description: 'Done.', content: { 'text/csv': { schema: { type: 'string' } } } })
  async csv(
    @CurrentCaller() caller: Caller,
    @Query() { day }: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const found = await this.exports.read(caller, day);
    void reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="travel-documents-${found.post}-${day}.csv"`);
    return exportCsv(found);
  }
}
