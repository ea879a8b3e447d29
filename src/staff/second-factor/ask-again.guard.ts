import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ASKS_AGAIN, type AsksAgain } from '../../platform/auth/allow.js';
import { Problem } from '../../platform/problems/problem.js';

/** Fields of the page that asks, which sends on with them what it interrupted; they go no further than here. */
export const QUESTION_FIELDS = [
  'confirmCode',
  'confirmPasskey',
  'confirmPassword',
  'confirmNext',
  'confirmForm',
] as const;

/**
 * Asks staff again who they are before what is most sensitive, once a quarter of an hour has passed. Comes after the access
 * guard, which found out who is calling. @throws Problem `second-factor-again` (403)
 */
@Injectable()
export class AskAgainGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const asks = this.reflector.getAllAndOverride<AsksAgain | undefined>(ASKS_AGAIN, targets);
    const { caller, params, body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (asks === undefined) return true;
    takeOutQuestion(body);
    if (caller?.secondFactor === undefined || caller.confirmed) return true;
    if (asks.of === 'second-factor' && caller.secondFactor !== 'given') return true;
    if (asks.when && !asks.when({ params, body })) return true;
    throw new Problem('forbidden', 'second-factor-again');
  }
}

function takeOutQuestion(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('confirmNext' in body)) return;
  for (const name of QUESTION_FIELDS) delete (body as Partial<Record<string, unknown>>)[name];
}
