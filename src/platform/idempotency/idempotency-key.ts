import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid, Problem } from '../problems/problem.js';

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
const FORM = /^[A-Za-z0-9_-]{16,128}$/;

/** One request as its sender means it: the key they chose, the address, who they are, and the body. */
export interface IdempotentRequest {
  key: string;
  scope: string;
  body: unknown;
}

/**
 * Reads `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
 * @throws Problem `idempotency-key-required` (400), `invalid-input` (422) for a key of the wrong form
 */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): IdempotentRequest => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers[IDEMPOTENCY_HEADER.toLowerCase()];
    if (key === undefined) throw new Problem('malformed', 'idempotency-key-required');
    if (typeof key !== 'string' || !FORM.test(key))
      throw invalid({ pointer: '#Idempotency-Key', code: 'wrong-format' });
    const [path] = request.url.split('?');
    const scope = `${request.method} ${path} ${request.caller?.id ?? ''}`;
    return { key, scope, body: request.body };
  },
);
