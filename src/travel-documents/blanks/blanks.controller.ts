import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { BatchesService } from './batches.service.js';
import {
  BatchCountRequest,
  BatchList,
  BatchRequest,
  BatchResponse,
  BlankList,
  BlankResponse,
  BlankStockResponse,
  SpoilageRequest,
  TheftRequest,
} from './blanks.dto.js';
import { StockService } from './stock.service.js';

@ApiTags('blanks')
@Controller('v1')
export class BlanksController {
  constructor(
    private readonly batches: BatchesService,
    private readonly stock: StockService,
  ) {}

  /** Takes a batch of blanks in. They are in stock once another person has counted them. */
  @Post('blank-batches')
  @Allow('officer', 'supervisor')
  @Idempotent()
  @AnswersTagged(201, BatchResponse)
  receive(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: BatchRequest,
  ): Promise<BatchResponse> {
    return this.batches.receive(caller, body, idempotent);
  }

  /** Counts a batch; never by who took it in. */
  @Post('blank-batches/:id/count')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, BatchResponse)
  count(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: BatchCountRequest,
  ): Promise<BatchResponse> {
    return this.batches.count(caller, id, version, body);
  }

  @Get('blank-batches')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, BatchList)
  list(@CurrentCaller() caller: Caller): Promise<BatchList> {
    return this.batches.list(caller);
  }

  /** The register: what is in stock, and which sheet comes next. */
  @Get('blanks')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, BlankStockResponse)
  read(@CurrentCaller() caller: Caller): Promise<BlankStockResponse> {
    return this.stock.read(caller);
  }

  /** The latest two hundred sheets that were spoiled or stolen and not destroyed. */
  @Get('blanks/spent')
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, BlankList)
  spent(@CurrentCaller() caller: Caller): Promise<BlankList> {
    return this.stock.spent(caller);
  }

  /** A sheet is spoiled; a document that was printed on it goes onto the next. */
  @Post('blanks/spoilage')
  @Allow('officer', 'supervisor')
  @Answers(200, BlankResponse)
  spoil(@CurrentCaller() caller: Caller, @Body() body: SpoilageRequest): Promise<BlankResponse> {
    return this.stock.spoil(caller, body);
  }

  /** Sheets are stolen or lost: their numbers go to the national bureau with the day's export. */
  @Post('blanks/theft')
  @Allow('supervisor')
  @Answers(200, BlankList)
  steal(@CurrentCaller() caller: Caller, @Body() body: TheftRequest): Promise<BlankList> {
    return this.stock.steal(caller, body);
  }
}
