import { Get, type OnModuleInit } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { Environment } from '../../platform/config/environment.js';
import { OwnStatusReader } from '../../queue/status/own-status-reader.js';
import { type CredentialIn, QuickStatus } from '../../queue/status/status-shortcut.js';
import { sessionCookie } from '../../staff/access/session-cookie.js';
import { PageController } from '../frame/page-controller.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';

/** What an open status page asks for every half minute: whether anything has changed. Answered as `/v1/status/own` is. */
@PageController()
export class StatusNowController implements OnModuleInit {
  private readonly sessionIn: CredentialIn;

  constructor(
    environment: Environment,
    private readonly status: OwnStatusReader,
    private readonly quick: QuickStatus,
  ) {
    const cookie = new RegExp(`(?:^|;\\s*)${sessionCookie(environment).name}=([^;\\s]+)`);
    this.sessionIn = (headers) => cookie.exec(headers.cookie ?? '')?.[1];
  }

  onModuleInit(): void {
    this.quick.openAt(paths.statusNow, this.sessionIn);
  }

  @Get(paths.statusNow)
  @Allow('person')
  async read(@CurrentVisit() { caller, request, reply }: GuardedVisit): Promise<string> {
    const { body, etag } = await this.status.read(caller, this.sessionIn(request.headers));
    reply.header('etag', etag).header('cache-control', 'no-store').type('application/json; charset=utf-8');
    return body;
  }
}
