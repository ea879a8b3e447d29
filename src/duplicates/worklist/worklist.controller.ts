import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { GroupMerging } from './group-merging.service.js';
import { Worklist } from './worklist.service.js';
import { GroupMergeRequest, GroupMergeResponse, WorklistPage, WorklistQuery } from './worklist.dto.js';

@ApiTags('duplicates')
@Controller('v1/duplicate-groups')
@Allow('protection', 'supervisor')
export class WorklistController {
  constructor(
    private readonly worklist: Worklist,
    private readonly merging: GroupMerging,
  ) {}

  /** What waits for a decision, the reports of one person together; what speaks most for one person first. */
  @Get()
  @Answers(200, WorklistPage)
  read(@CurrentCaller() caller: Caller, @Query() query: WorklistQuery): Promise<WorklistPage> {
    return this.worklist.read(caller, query);
  }

  /** Merges all reports of one person at once, where each is surely the same as each other. */
  @Post('merges')
  @Answers(200, GroupMergeResponse)
  merge(@CurrentCaller() caller: Caller, @Body() body: GroupMergeRequest): Promise<GroupMergeResponse> {
    return this.merging.merge(caller, body);
  }
}
