import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Problem } from '../problems/problem.js';

const FORM = /^"v(\d{1,9})"$/;

/** The answer, with its version written into the `ETag` header (RFC 9110 section 8.8.3). */
export function tagged<T extends { version: number }>(reply: FastifyReply, answer: T): T {
  void reply.header('etag', `"v${answer.version}"`);
  return answer;
}

/** Does the same to what a route answers; routes take it from `AnswersTagged`. */
export class EntityTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((answer) => tagged(reply, answer)));
  }
}

/**
 * The version in `If-Match`, which every change of something that two officers could edit at once must carry.
 * @throws Problem `precondition-required` (428) where it is missing, `stale` (412) where it is no version of ours
 */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new Problem('precondition-missing', 'precondition-required');
  const version = FORM.exec(header)?.[1];
  if (version === undefined) throw new Problem('stale', 'stale');
  return Number(version);
});

/** Refuses a change that was made looking at an older version. @throws Problem `stale` (412) */
export function requireVersion(current: number, expected: number): void {
  if (current !== expected) throw new Problem('stale', 'stale');
}
