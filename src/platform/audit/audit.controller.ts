import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../auth/allow.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../http/current-caller.js';
import { Answers } from '../http/answers.js';
import { AuditEventPage, AuditQuery, ChainState } from './audit.dto.js';
import { AuditReader } from './audit-reader.js';

@ApiTags('audit')
@Controller('v1/audit-events')
export class AuditController {
  constructor(private readonly reader: AuditReader) {}

  @Get()
  @Allow('auditor')
  @Answers(200, AuditEventPage)
  list(@CurrentCaller() caller: Caller, @Query() query: AuditQuery): Promise<AuditEventPage> {
    return this.reader.list(caller, query);
  }

  @Get('chain')
  @Allow('auditor')
  @Answers(200, ChainState)
  chain(): Promise<ChainState> {
    return this.reader.verifyChain();
  }
}
