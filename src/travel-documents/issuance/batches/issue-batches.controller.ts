import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../../platform/auth/allow.js';
import type { Caller } from '../../../platform/auth/caller.js';
import { Answers, Idempotent } from '../../../platform/http/answers.js';
import { CurrentCaller } from '../../../platform/http/current-caller.js';
import { pdfAnswer } from '../../../platform/http/inline-files.js';
import { PageQuery } from '../../../platform/http/keyset.js';
import { IdempotencyKey, type IdempotentRequest } from '../../../platform/idempotency/idempotency-key.js';
import { BatchPrinter } from '../../pdf/batch-printer.js';
import { IssueBatchReader } from './issue-batch-reader.js';
import {
  IssueBatchItemPage,
  IssueBatchItemQuery,
  IssueBatchPage,
  IssueBatchRequest,
  IssueBatchResponse,
} from './issue-batches.dto.js';
import { IssueBatches } from './issue-batches.service.js';

/** Many documents in one go: what was approved is issued in the background, and printed as one file. */
@ApiTags('travel documents')
@Controller('v1/document-batches')
export class IssueBatchesController {
  constructor(
    private readonly batches: IssueBatches,
    private readonly reader: IssueBatchReader,
    private readonly printer: BatchPrinter,
  ) {}

  /** Begins to issue what another person approved. */
  @Post()
  @Allow('officer')
  @Idempotent()
  @Answers(202, IssueBatchResponse)
  begin(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: IssueBatchRequest,
  ): Promise<IssueBatchResponse> {
    return this.batches.begin(caller, body, idempotent);
  }

  /** The latest first. */
  @Get()
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, IssueBatchPage)
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<IssueBatchPage> {
    return this.reader.list(caller, query);
  }

  /** How far it is. */
  @Get(':id')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, IssueBatchResponse)
  read(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<IssueBatchResponse> {
    return this.reader.read(caller, id);
  }

  /** What became of each; with `state=failed`, what stood in the way. */
  @Get(':id/items')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, IssueBatchItemPage)
  items(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: IssueBatchItemQuery,
  ): Promise<IssueBatchItemPage> {
    return this.reader.items(caller, id, query);
  }

  /** All its sheets, once it is done. Each is on record as a read of personal data. */
  @Get(':id/file')
  @Allow('officer', 'approver')
  @ApiProduces('application/pdf')
  @Answers(200, undefined, 'A sheet of A4 a page, for the printer.')
  async file(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.printer.print(caller, id));
  }
}
