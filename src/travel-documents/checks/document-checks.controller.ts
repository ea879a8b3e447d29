import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { AllowEveryone } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { sentFile } from '../../platform/http/sent-file.js';
import { DocumentCheckRequest, DocumentCheckResponse } from './document-checks.dto.js';
import { DocumentChecksService } from './document-checks.service.js';

const PICTURE: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['picture'],
    properties: { picture: { type: 'string', format: 'binary', description: 'JPEG, PNG or WebP.' } },
  },
};

@ApiTags('document checks')
@Controller('v1/document-checks')
export class DocumentChecksController {
  constructor(private readonly checks: DocumentChecksService) {}

  /**
   * Whether a document is genuine and still good: for airlines and border guards anywhere. By number and lines alone,
   * `not-found` means that we issued nothing which reads so: a number of ours with other lines is answered like one that is not.
   */
  @Post()
  @AllowEveryone()
  @Throttle({ default: { limit: 300, ttl: 60_000 } })
  @Answers(200, DocumentCheckResponse)
  check(@CurrentCaller() caller: Caller, @Body() body: DocumentCheckRequest): Promise<DocumentCheckResponse> {
    return this.checks.check(caller, body);
  }

  /** The same by a photograph of the seal, or of the whole sheet. The picture is not kept. */
  @Post('picture')
  @AllowEveryone()
  @Throttle({ default: { limit: 30, ttl: 60_000 } })
  @ApiConsumes('multipart/form-data')
  @ApiBody(PICTURE)
  @Answers(200, DocumentCheckResponse)
  async checkPicture(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<DocumentCheckResponse> {
    return this.checks.checkPicture(caller, (await sentFile(request, 'picture')).bytes);
  }
}
