import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { csvAnswer } from '../../platform/http/csv-answer.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { BulkReceiptList, TemplatePath } from './bulk-intakes.dto.js';
import { receiptsCsv } from './receipts-csv.js';
import { BulkReceipts } from './receipts.service.js';
import { templateCsv, templateXlsx } from './template.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NOT_THERE = {
  status: 409,
  description: 'They were taken already, or are not there yet.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** What goes out of bulk intake: files to fill in, and receipts to hand to people. */
@ApiTags('bulk intake')
@Controller('v1/bulk-intakes')
export class BulkFilesController {
  constructor(private readonly receipts: BulkReceipts) {}

  /** A file to fill in, with one made-up row that is never registered. */
  @Get('templates/:format')
  @Allow('client', 'officer', 'supervisor')
  @ApiProduces('text/csv', XLSX)
  @Answers(200, undefined, 'A file.')
  async template(@Param() { format }: TemplatePath): Promise<StreamableFile> {
    const bytes = format === 'csv' ? Buffer.from(templateCsv()) : await templateXlsx();
    return new StreamableFile(bytes, {
      type: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : XLSX,
      disposition: `attachment; filename="registrations.${format}"`,
    });
  }

  /** Reference and code of everyone registered, once: the same session may ask again for ten minutes. Forgotten after a week. */
  @Get(':id/receipts')
  @Allow('client', 'officer', 'supervisor')
  @Answers(200, BulkReceiptList)
  @ApiResponse(NOT_THERE)
  take(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<BulkReceiptList> {
    return this.receipts.take(caller, id);
  }

  /** The same as CSV. */
  @Get(':id/receipts/csv')
  @Allow('client', 'officer', 'supervisor')
  @ApiResponse({ status: 200, description: 'Done.', content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiResponse(NOT_THERE)
  async takeCsv(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { items } = await this.receipts.take(caller, id);
    return csvAnswer(reply, 'receipts.csv', receiptsCsv(items));
  }
}
