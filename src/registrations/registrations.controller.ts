import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Allow, AllowEveryone, AskAgain } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers, AnswersTagged, Idempotent } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { TokensResponse } from '../staff/access/sign-in.dto.js';
import { AccessRequest } from './access/access.dto.js';
import { AccessService } from './access/access.service.js';
import { DisclosureRequest, DisclosureResponse, tellsWhere } from './disclosure/disclosure.dto.js';
import { DisclosureService } from './disclosure/disclosure.service.js';
import { DISCLOSERS } from './disclosure/second-person/second-person-state.js';
import { RegistrationReceipt, RegistrationRequest } from './intake/intake.dto.js';
import { IntakeService } from './intake/intake.service.js';
import { CaseResponse } from './registrations.dto.js';
import { SearchRequest, SearchResponse } from './search/search.dto.js';
import { SearchService } from './search/search.service.js';

@ApiTags('registrations')
@Controller('v1/registrations')
export class RegistrationsController {
  constructor(
    private readonly intake: IntakeService,
    private readonly access: AccessService,
    private readonly disclosure: DisclosureService,
    private readonly searching: SearchService,
  ) {}

  /** Reports a person. Open to everyone, kiosks, officers and partner organisations. */
  @Post()
  @AllowEveryone()
  @Idempotent()
  @Answers(201, RegistrationReceipt)
  register(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: RegistrationRequest,
  ): Promise<RegistrationReceipt> {
    return this.intake.register(caller, body, idempotent);
  }

  /** Opens the registration of whoever holds its secret, or its reference and code. */
  @Post('access')
  @AllowEveryone()
  @Throttle({ default: { limit: 3000, ttl: 60_000 } })
  @Answers(201, TokensResponse)
  enter(@CurrentCaller() caller: Caller, @Body() body: AccessRequest): Promise<TokensResponse> {
    return this.access.enter(caller, body);
  }

  /** Finds a case by one exact thing, for a reason. A POST, so that nothing personal stands in an address. */
  @Post('search')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @Answers(200, SearchResponse)
  search(@CurrentCaller() caller: Caller, @Body() body: SearchRequest): Promise<SearchResponse> {
    return this.searching.search(caller, body);
  }

  @Get(':id')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @AnswersTagged(200, CaseResponse)
  read(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<CaseResponse> {
    return this.disclosure.read(caller, id);
  }

  /** Shows parts of a case in clear, for a reason that is kept; `location` only once another member of staff has agreed. */
  @Post(':id/disclosures')
  @Allow(...DISCLOSERS)
  @AskAgain('second-factor', ({ body }) => tellsWhere((body as Partial<DisclosureRequest> | null)?.parts))
  @Answers(200, DisclosureResponse)
  disclose(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DisclosureRequest,
  ): Promise<DisclosureResponse> {
    return this.disclosure.disclose(caller, id, body);
  }
}
