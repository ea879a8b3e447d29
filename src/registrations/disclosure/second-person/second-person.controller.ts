import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import type { Caller } from '../../../platform/auth/caller.js';
import { Answers } from '../../../platform/http/answers.js';
import { CurrentCaller } from '../../../platform/http/current-caller.js';
import { PageQuery } from '../../../platform/http/keyset.js';
import {
  OwnSecondPersonResponse,
  SecondPersonAskRequest,
  SecondPersonDecisionRequest,
  SecondPersonRequestResponse,
  SecondPersonRequestsPage,
} from './second-person.dto.js';
import { SecondPersonRequests } from './second-person-requests.service.js';
import { DISCLOSERS } from './second-person-state.js';

/** Who may see what nobody sees alone. It is shown itself by `disclosures`, of the registration and of its identity. */
@ApiTags('registrations')
@Controller('v1')
export class SecondPersonController {
  constructor(private readonly requests: SecondPersonRequests) {}

  /** Asks another member of staff to agree that the caller sees this of a person. Lapses after 24 hours. */
  @Post('registrations/:id/second-person-requests')
  @Allow(...DISCLOSERS)
  @Answers(201, SecondPersonRequestResponse)
  ask(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SecondPersonAskRequest,
  ): Promise<SecondPersonRequestResponse> {
    return this.requests.ask(caller, id, body);
  }

  /** Opens it at once, because somebody is in danger now. Another member of staff looks at it afterwards. */
  @Post('registrations/:id/danger-openings')
  @Allow(...DISCLOSERS)
  @AskAgain()
  @Answers(201, SecondPersonRequestResponse)
  openInDanger(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SecondPersonAskRequest,
  ): Promise<SecondPersonRequestResponse> {
    return this.requests.openInDanger(caller, id, body);
  }

  /** What the caller last asked about this person, of each kind, and whether it is open to them now. */
  @Get('registrations/:id/second-person-requests/own')
  @Allow(...DISCLOSERS)
  @Answers(200, OwnSecondPersonResponse)
  own(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnSecondPersonResponse> {
    return this.requests.own(caller, id);
  }

  /** What waits for a second person, the oldest first: questions, and what was opened because of danger. */
  @Get('second-person-requests')
  @Allow(...DISCLOSERS)
  @Answers(200, SecondPersonRequestsPage)
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<SecondPersonRequestsPage> {
    return this.requests.list(caller, query);
  }

  /** By another than the one who asked. Agreed, it is open to whoever asked, for 8 hours; what was wrong ends at once. */
  @Post('second-person-requests/:id/decision')
  @Allow(...DISCLOSERS)
  @AskAgain()
  @Answers(200, SecondPersonRequestResponse)
  decide(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { verdict }: SecondPersonDecisionRequest,
  ): Promise<SecondPersonRequestResponse> {
    return this.requests.decide(caller, id, verdict);
  }
}
