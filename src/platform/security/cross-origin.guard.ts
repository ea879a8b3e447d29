import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site made a visitor's browser send (cross-site request forgery), by Fetch Metadata and,
 * for browsers without it, by Origin. The same rule as Go's http.CrossOriginProtection; see docs/decisions.
 */
@Injectable()
export class CrossOriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!SAFE.has(method) && isCrossOrigin(headers)) throw new Problem('forbidden', 'cross-origin');
    return true;
  }
}

/** Whether the browser says that another site caused the request. Programs say nothing of it, and are not refused. */
export function isCrossOrigin(headers: { [name: string]: string | string[] | undefined }): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(String(origin)) || new URL(String(origin)).host !== host;
}
