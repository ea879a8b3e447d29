import { Controller, Get, type OnModuleInit, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { OwnStatusResponse } from './own-status.dto.js';
import { OwnStatusReader } from './own-status-reader.js';
import { bearerToken, QuickStatus } from './status-shortcut.js';

const PATH = 'v1/status/own';

@ApiTags('queue')
@Controller(PATH)
export class OwnStatusController implements OnModuleInit {
  constructor(
    private readonly status: OwnStatusReader,
    private readonly quick: QuickStatus,
  ) {}

  onModuleInit(): void {
    this.quick.openAt(`/${PATH}`, bearerToken);
  }

  /** Where the person who asks stands, a moment ago. Cheap enough to be asked every minute; 304 while nothing changes. */
  @Get()
  @Allow('person')
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of the last answer.' })
  @Answers(200, OwnStatusResponse)
  async read(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnStatusResponse> {
    const { status, etag } = await this.status.read(caller, bearerToken(request.headers));
    void reply.header('etag', etag);
    return status;
  }
}
