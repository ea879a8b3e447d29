import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../platform/auth/caller.js';

/** One person opening one page: what they sent, what goes back, and who they are where a guard has found out. */
export interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
  caller: Caller | undefined;
}

/** A visit that a guard has let in; every controller gets one. */
export interface GuardedVisit extends Visit {
  caller: Caller;
}

/** Gives a page's controller its visit: `@CurrentVisit() visit: GuardedVisit`. */
export const CurrentVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return { request, reply: http.getResponse<FastifyReply>(), caller: request.caller };
});
