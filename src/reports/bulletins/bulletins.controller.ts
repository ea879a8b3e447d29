import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent } from '../../platform/http/answers.js';
import { csvAnswer } from '../../platform/http/csv-answer.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { bulletinCsv } from './bulletin-csv.js';
import { BulletinLister } from './bulletin-lister.js';
import { BulletinReader } from './bulletin-reader.js';
import {
  BulletinList,
  BulletinPath,
  BulletinQuery,
  BulletinRequest,
  BulletinResponse,
  BulletinsQuery,
  RevisionRequest,
} from './bulletins.dto.js';
import { BulletinsService } from './bulletins.service.js';

@ApiTags('reports')
@Controller('v1/bulletins')
export class BulletinsController {
  constructor(
    private readonly bulletins: BulletinsService,
    private readonly reader: BulletinReader,
    private readonly lister: BulletinLister,
  ) {}

  @Get()
  @Allow('analyst', 'supervisor')
  @Answers(200, BulletinList)
  list(@CurrentCaller() caller: Caller, @Query() query: BulletinsQuery): Promise<BulletinList> {
    return this.lister.list(caller, query);
  }

  /** Freezes the figures of a day that is over, or of today as far as it has come. */
  @Post()
  @Allow('analyst', 'supervisor')
  @Idempotent()
  @Answers(201, BulletinResponse)
  freeze(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: BulletinRequest,
  ): Promise<BulletinResponse> {
    return this.bulletins.freeze(caller, body, idempotent);
  }

  /** Counts a day again and publishes what changed. The revisions before stay as they are. */
  @Post(':day/revisions')
  @Allow('analyst', 'supervisor')
  @Idempotent()
  @Answers(201, BulletinResponse)
  revise(
    @CurrentCaller() caller: Caller,
    @Param() { day }: BulletinPath,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: RevisionRequest,
  ): Promise<BulletinResponse> {
    return this.bulletins.revise(caller, day, body, idempotent);
  }

  @Get(':day')
  @Allow('analyst', 'supervisor')
  @Answers(200, BulletinResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param() { day }: BulletinPath,
    @Query() query: BulletinQuery,
  ): Promise<BulletinResponse> {
    return this.reader.read(caller, day, query);
  }

  /** The same as CSV, with HXL hashtags as second header row. */
  @Get(':day/csv')
  @Allow('analyst', 'supervisor')
  @ApiResponse({ status: 200, description: 'Done.', content: { 'text/csv': { schema: { type: 'string' } } } })
  async csv(
    @CurrentCaller() caller: Caller,
    @Param() { day }: BulletinPath,
    @Query() query: BulletinQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const bulletin = await this.reader.read(caller, day, query);
    const name = `bulletin-${bulletin.post}-${day}-revision-${bulletin.revision}.csv`;
    return csvAnswer(reply, name, bulletinCsv(bulletin));
  }
}
