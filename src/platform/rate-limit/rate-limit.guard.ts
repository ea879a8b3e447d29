import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { networkOf } from '../http/network-of.js';
import { Problem } from '../problems/problem.js';

/**
 * Requests a minute: by session where there is one, else by network. A shelter or an embassy hall shares one address,
 * so known devices and clients are never counted by it.
 */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  protected override getTracker(request: FastifyRequest): Promise<string> {
    return Promise.resolve(request.caller?.sessionId ?? networkOf(request.ip));
  }

  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire, timeToExpire }: { timeToBlockExpire: number; timeToExpire: number },
  ): Promise<void> {
    throw new Problem('too-many', 'too-many-requests', {
      retryAfter: Math.max(timeToBlockExpire, timeToExpire, 1),
    });
  }
}
