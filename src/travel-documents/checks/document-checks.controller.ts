import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { AllowEveryone } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { DocumentCheckRequest, DocumentCheckResponse } from './document-checks.dto.js';
import { DocumentChecksService } from './document-checks.service.js';

@ApiTags('document checks')
@Controller('v1/document-checks')
export class DocumentChecksController {
  constructor(private readonly checks: DocumentChecksService) {}

  /** Whether a document is genuine and still good: for airlines and border guards anywhere. */
  @Post()
  @AllowEveryone()
  @Throttle({ default: { limit: 300, ttl: 60_000 } })
  @Answers(200, DocumentCheckResponse)
  check(@CurrentCaller() caller: Caller, @Body() body: DocumentCheckRequest): Promise<DocumentCheckResponse> {
    return this.checks.check(caller, body);
  }
}
