import { createHash } from 'node:crypto';
import { Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, type ApiBodyOptions, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { sentFile } from '../../platform/http/sent-file.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { BulkIntakes } from './bulk-intakes.service.js';
import {
  BulkFaultPage,
  BulkIntakePage,
  BulkIntakeQuery,
  BulkIntakeResponse,
  BulkRowPage,
  BulkRowsQuery,
} from './bulk-intakes.dto.js';
import { BulkReader } from './bulk-reader.service.js';
import { BulkChecking } from './checking.service.js';
import { COLUMN_NAMES } from './rows/columns.js';
import { sentRows } from './table/sent-rows.js';
import { TABLE_LIMITS } from './table/table.js';
import { TableReader } from './table/table-reader.js';

const LIST: ApiBodyOptions = {
  schema: {
    type: 'object',
    properties: {
      rows: {
        type: 'array',
        maxItems: TABLE_LIMITS.rows,
        description: 'As JSON: a person each, by the names of the columns.',
        items: {
          type: 'object',
          properties: Object.fromEntries(
            COLUMN_NAMES.map((name) => [name, { type: 'string', maxLength: TABLE_LIMITS.cell }]),
          ),
        },
      },
      file: { type: 'string', format: 'binary', description: 'As multipart/form-data: CSV or XLSX.' },
    },
  },
};

/** Lists of people from shelters and organisations: checked, looked at, confirmed, registered in small steps. */
@ApiTags('bulk intake')
@Controller('v1/bulk-intakes')
export class BulkIntakesController {
  constructor(
    private readonly tables: TableReader,
    private readonly checking: BulkChecking,
    private readonly intakes: BulkIntakes,
    private readonly reader: BulkReader,
  ) {}

  /** Checks a list, as a file or as JSON. Nobody is registered by it; what would be can be read, and then confirmed. */
  @Post()
  @Allow('client', 'officer', 'supervisor')
  @RouteConfig({ mostBytes: TABLE_LIMITS.bytes })
  @Idempotent()
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody(LIST)
  @AnswersTagged(201, BulkIntakeResponse)
  async check(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Query() query: BulkIntakeQuery,
    @Req() request: FastifyRequest,
  ): Promise<BulkIntakeResponse> {
    if (!request.isMultipart()) {
      const keyed = { ...idempotent, body: { query, body: request.body } };
      return this.checking.check(caller, sentRows(request.body), query, keyed);
    }
    const { bytes } = await sentFile(request, 'file');
    const file = createHash('sha256').update(bytes).digest('base64');
    const keyed = { ...idempotent, body: { query, file } };
    return this.checking.check(caller, await this.tables.read(bytes), query, keyed);
  }

  /** The latest first. A program sees its own lists, staff those of their post. */
  @Get()
  @Allow('client', 'officer', 'supervisor')
  @Answers(200, BulkIntakePage)
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<BulkIntakePage> {
    return this.reader.list(caller, query);
  }

  /** How far it has come. */
  @Get(':id')
  @Allow('client', 'officer', 'supervisor')
  @AnswersTagged(200, BulkIntakeResponse)
  read(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<BulkIntakeResponse> {
    return this.reader.read(caller, id);
  }

  /** What is wrong, by row and column, in the words of the asked-for language. */
  @Get(':id/faults')
  @Allow('client', 'officer', 'supervisor')
  @Answers(200, BulkFaultPage)
  faults(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<BulkFaultPage> {
    return this.reader.faults(caller, id, query);
  }

  /** What will be registered, or was. On record as a read of personal data. */
  @Get(':id/rows')
  @Allow('client', 'officer', 'supervisor')
  @Answers(200, BulkRowPage)
  rows(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: BulkRowsQuery,
  ): Promise<BulkRowPage> {
    return this.reader.rows(caller, id, query);
  }

  /** Starts to register the valid rows. Whoever sent the list confirms it. */
  @Post(':id/confirmation')
  @Allow('client', 'officer', 'supervisor')
  @Versioned()
  @AnswersTagged(202, BulkIntakeResponse)
  confirm(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<BulkIntakeResponse> {
    return this.intakes.confirm(caller, id, version);
  }

  /** Forgets a list that was not confirmed. */
  @Delete(':id')
  @Allow('client', 'officer', 'supervisor')
  @Versioned()
  @Answers(204)
  discard(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.intakes.discard(caller, id, version);
  }
}
