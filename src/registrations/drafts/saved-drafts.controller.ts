import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowEveryone } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, Idempotent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import {
  DraftAccessRequest,
  DraftContentResponse,
  DraftReplacementRequest,
  DraftRequest,
  SavedDraftResponse,
} from './saved-drafts.dto.js';
import { SavedDrafts } from './saved-drafts.service.js';

@ApiTags('registrations')
@Controller('v1/registration-drafts')
export class SavedDraftsController {
  constructor(private readonly drafts: SavedDrafts) {}

  /** Keeps an unfinished registration for 14 days. Nobody is registered by it. */
  @Post()
  @AllowEveryone()
  @Idempotent()
  @Answers(201, SavedDraftResponse)
  save(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() { content }: DraftRequest,
    @Ip() address: string,
  ): Promise<SavedDraftResponse> {
    return this.drafts.save(caller, content, address, idempotent);
  }

  /** Opens a draft. A POST, so that its codes stand in no address. */
  @Post('access')
  @AllowEveryone()
  @Answers(200, DraftContentResponse)
  open(@CurrentCaller() caller: Caller, @Body() body: DraftAccessRequest): Promise<DraftContentResponse> {
    return this.drafts.open(caller, body);
  }

  /** Writes over a draft; it is kept for 14 days from now. */
  @Post('replacement')
  @AllowEveryone()
  @Answers(200, SavedDraftResponse)
  replace(
    @CurrentCaller() caller: Caller,
    @Body() { content, ...access }: DraftReplacementRequest,
  ): Promise<SavedDraftResponse> {
    return this.drafts.replace(caller, access, content);
  }

  /** Forgets a draft at once. */
  @Post('removal')
  @AllowEveryone()
  @Answers(204)
  remove(@CurrentCaller() caller: Caller, @Body() body: DraftAccessRequest): Promise<void> {
    return this.drafts.remove(caller, body);
  }
}
