import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { ExpectedVersion } from '../platform/http/entity-tag.js';
import { MergeUndoing } from './merging/merge-undoing.service.js';
import {
  DuplicateComparisonResponse,
  DuplicateDecisionRequest,
  DuplicatesPage,
  DuplicatesQuery,
  PairDisclosureRequest,
  PairDisclosureResponse,
} from './pairs/duplicates.dto.js';
import { PairDecisions } from './pairs/pair-decisions.service.js';
import { PairDisclosure } from './pairs/pair-disclosure.service.js';
import { PairsService } from './pairs/pairs.service.js';

/** Never whoever stands at the counter with the person: merging can take somebody's place away. */
@ApiTags('duplicates')
@Controller('v1')
export class DuplicatesController {
  constructor(
    private readonly pairs: PairsService,
    private readonly decisions: PairDecisions,
    private readonly disclosure: PairDisclosure,
    private readonly undoing: MergeUndoing,
  ) {}

  /** Registrations that may be one person; what speaks most for it first. */
  @Get('duplicates')
  @Allow('protection', 'supervisor')
  @Answers(200, DuplicatesPage)
  list(@CurrentCaller() caller: Caller, @Query() query: DuplicatesQuery): Promise<DuplicatesPage> {
    return this.pairs.list(caller, query);
  }

  /** Two registrations side by side, masked, with what speaks for and against one person. */
  @Get('duplicates/:id')
  @Allow('protection', 'supervisor')
  @AnswersTagged(200, DuplicateComparisonResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DuplicateComparisonResponse> {
    return this.pairs.read(caller, id);
  }

  /** Shows both in clear, for a reason that is kept. */
  @Post('duplicates/:id/disclosures')
  @Allow('protection', 'supervisor')
  @Answers(200, PairDisclosureResponse)
  disclose(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: PairDisclosureRequest,
  ): Promise<PairDisclosureResponse> {
    return this.disclosure.disclose(caller, id, reason);
  }

  /** Decides whether they are one person; `same` merges the cases. */
  @Post('duplicates/:id/decision')
  @Allow('protection', 'supervisor')
  @Versioned()
  @AnswersTagged(200, DuplicateComparisonResponse)
  decide(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: DuplicateDecisionRequest,
  ): Promise<DuplicateComparisonResponse> {
    return this.decisions.decide(caller, id, version, body);
  }

  /** Takes two merged cases apart again: the merged one stands where it stood. */
  @Post('merges/:id/undo')
  @Allow('protection', 'supervisor')
  @Versioned()
  @AnswersTagged(200, DuplicateComparisonResponse)
  async undo(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<DuplicateComparisonResponse> {
    return this.pairs.read(caller, await this.undoing.undo(caller, id, version));
  }
}
