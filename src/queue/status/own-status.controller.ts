import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { HallSnapshots } from './hall-snapshots.js';
import { KnownTokens } from './known-tokens.js';
import { OwnStatusResponse } from './own-status.dto.js';
import { tokenIn } from './status-shortcut.js';

@ApiTags('queue')
@Controller('v1/status')
export class OwnStatusController {
  constructor(
    private readonly snapshots: HallSnapshots,
    private readonly known: KnownTokens,
  ) {}

  /** Where the person who asks stands, a moment ago. Cheap enough to be asked every minute; 304 while nothing changes. */
  @Get('own')
  @Allow('person')
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of the last answer.' })
  @Answers(200, OwnStatusResponse)
  async read(
    @CurrentCaller() caller: Caller,
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnStatusResponse> {
    const { body, etag } = (await this.snapshots.of(onlyPost(caller))).of(caller.id!);
    const token = tokenIn(authorization);
    if (token !== undefined) this.known.remember(token, caller);
    void reply.header('etag', etag);
    return JSON.parse(body) as OwnStatusResponse;
  }
}
