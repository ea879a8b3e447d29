import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import type { Caller } from '../../../platform/auth/caller.js';
import { Answers } from '../../../platform/http/answers.js';
import { CurrentCaller } from '../../../platform/http/current-caller.js';
import { PageQuery } from '../../../platform/http/keyset.js';
import {
  OwnWhereaboutsResponse,
  WhereaboutsAskRequest,
  WhereaboutsDecisionRequest,
  WhereaboutsRequestResponse,
  WhereaboutsRequestsPage,
} from './whereabouts.dto.js';
import { WhereaboutsRequests } from './whereabouts-requests.service.js';
import { DISCLOSERS } from './whereabouts-state.js';

/** Who may see where somebody is. The place itself is a part of `disclosures`. */
@ApiTags('registrations')
@Controller('v1')
export class WhereaboutsController {
  constructor(private readonly requests: WhereaboutsRequests) {}

  /** Asks another member of staff to agree that the caller sees where this person is. Lapses after 24 hours. */
  @Post('registrations/:id/whereabouts-requests')
  @Allow(...DISCLOSERS)
  @Answers(201, WhereaboutsRequestResponse)
  ask(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WhereaboutsAskRequest,
  ): Promise<WhereaboutsRequestResponse> {
    return this.requests.ask(caller, id, body);
  }

  /** Opens it at once, because somebody is in danger now. Another member of staff looks at it afterwards. */
  @Post('registrations/:id/whereabouts-openings')
  @Allow(...DISCLOSERS)
  @AskAgain()
  @Answers(201, WhereaboutsRequestResponse)
  openInDanger(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WhereaboutsAskRequest,
  ): Promise<WhereaboutsRequestResponse> {
    return this.requests.openInDanger(caller, id, body);
  }

  /** What the caller last asked about this person, and whether it is open to them now. */
  @Get('registrations/:id/whereabouts-requests/own')
  @Allow(...DISCLOSERS)
  @Answers(200, OwnWhereaboutsResponse)
  own(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnWhereaboutsResponse> {
    return this.requests.own(caller, id);
  }

  /** What waits for a second person, the oldest first: questions, and what was opened because of danger. */
  @Get('whereabouts-requests')
  @Allow(...DISCLOSERS)
  @Answers(200, WhereaboutsRequestsPage)
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<WhereaboutsRequestsPage> {
    return this.requests.list(caller, query);
  }

  /** By another than the one who asked. Agreed, the place is open to whoever asked, for 8 hours; what was wrong ends at once. */
  @Post('whereabouts-requests/:id/decision')
  @Allow(...DISCLOSERS)
  @AskAgain()
  @Answers(200, WhereaboutsRequestResponse)
  decide(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { verdict }: WhereaboutsDecisionRequest,
  ): Promise<WhereaboutsRequestResponse> {
    return this.requests.decide(caller, id, verdict);
  }
}
