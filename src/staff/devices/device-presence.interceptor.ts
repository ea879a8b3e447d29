import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Environment } from '../../platform/config/environment.js';
import { sessionCookie } from '../access/session-cookie.js';
import { SESSION_HOURS } from '../access/session-lifetime.js';
import { DevicePresence } from './device-presence.js';

/** Notes every request of a kiosk or a board, and gives its browser another secret when it is time for one. */
@Injectable()
export class DevicePresenceInterceptor implements NestInterceptor {
  private readonly cookie: ReturnType<typeof sessionCookie>;

  constructor(
    environment: Environment,
    private readonly presence: DevicePresence,
  ) {
    this.cookie = sessionCookie(environment);
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { caller } = request;
    if (caller?.role === 'kiosk' || caller?.role === 'board') {
      const known = takesCookies(request) ? request.cookies[this.cookie.name] : undefined;
      const secret = await this.presence.see(caller, known);
      if (secret !== undefined)
        context
          .switchToHttp()
          .getResponse<FastifyReply>()
          .setCookie(this.cookie.name, secret, {
            ...this.cookie.options,
            maxAge: SESSION_HOURS[caller.role] * 3600,
          });
    }
    return next.handle();
  }
}

/** A stream of events is on its way before a cookie could be set; a program with a token has none. */
const takesCookies = ({ headers }: FastifyRequest): boolean =>
  headers.authorization === undefined && !headers.accept?.includes('text/event-stream');
