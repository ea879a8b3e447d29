import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { csvAnswer } from '../../platform/http/csv-answer.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { breakdownCsv, breakdownFile } from './breakdown-csv.js';
import { BreakdownQuery, BreakdownResponse } from './breakdown.dto.js';
import { BreakdownService } from './breakdown.service.js';

@ApiTags('reports')
@Controller('v1/reports/breakdown')
export class BreakdownController {
  constructor(private readonly breakdown: BreakdownService) {}

  /** Figures by sex, age group or home province, up to the end of a day. */
  @Get()
  @Allow('analyst', 'supervisor')
  @Answers(200, BreakdownResponse)
  read(@CurrentCaller() caller: Caller, @Query() query: BreakdownQuery): Promise<BreakdownResponse> {
    return this.breakdown.read(caller, query);
  }

  /** The same as CSV, with HXL hashtags as second header row. */
  @Get('csv')
  @Allow('analyst', 'supervisor')
  @ApiResponse({ status: 200, description: 'Done.', content: { 'text/csv': { schema: { type: 'string' } } } })
  async csv(
    @CurrentCaller() caller: Caller,
    @Query() query: BreakdownQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const breakdown = await this.breakdown.read(caller, query);
    return csvAnswer(reply, breakdownFile(breakdown), breakdownCsv(breakdown));
  }
}
