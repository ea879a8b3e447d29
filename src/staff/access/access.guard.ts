import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import {
  ALLOWED,
  type Allowed,
  BEFORE_OWN_PASSWORD,
  BEFORE_SECOND_FACTOR,
} from '../../platform/auth/allow.js';
import { type StaffRole, STAFF_ROLES } from '../../platform/auth/roles.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Problem } from '../../platform/problems/problem.js';
import { sessionCookie } from './session-cookie.js';
import { type OpenSession, SessionsService } from './sessions.service.js';

type Request = FastifyRequest & { user?: OpenSession };

/**
 * Finds out who is calling and whether the route names their role. Everything is closed unless a route opens it.
 * Programs send a token (`Authorization: Bearer`), pages the session cookie.
 * @throws Problem `not-signed-in` (401), `not-allowed`, `countersignature-missing`, `own-password-missing`,
 * `second-factor-missing` (403)
 */
@Injectable()
export class AccessGuard extends AuthGuard('token') {
  private readonly cookieName: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly translator: Translator,
    private readonly sessions: SessionsService,
    private readonly environment: Environment,
  ) {
    super();
    this.cookieName = sessionCookie(environment).name;
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOWED, targets) ?? [];
    const request = context.switchToHttp().getRequest<Request>();
    const session = await this.session(context, request);
    const common = { requestId: String(request.id), locale: requestLocale(request, this.translator) };
    request.caller = session
      ? {
          role: session.role,
          id: session.subjectId,
          sessionId: session.id,
          posts: session.postIds,
          ...(session.duress && { duress: true }),
          ...this.proofOf(session),
          ...common,
        }
      : { role: 'everyone', id: null, sessionId: null, posts: [], ...common };
    if (allowed.includes('everyone')) return true;
    if (!session) throw new Problem('unauthenticated', 'not-signed-in');
    if (!allowed.includes(session.role)) throw new Problem('forbidden', 'not-allowed');
    const isOpen = (before: string) => this.reflector.getAllAndOverride<true | undefined>(before, targets);
    if (request.caller.countersignatureOwed && !isOpen(BEFORE_OWN_PASSWORD))
      throw new Problem('forbidden', 'countersignature-missing');
    if (request.caller.passwordOwed && !isOpen(BEFORE_OWN_PASSWORD))
      throw new Problem('forbidden', 'own-password-missing');
    if (request.caller.secondFactor === 'owed' && !isOpen(BEFORE_SECOND_FACTOR))
      throw new Problem('forbidden', 'second-factor-missing');
    return true;
  }

  /** Where everybody must have a second factor, a session without one can only set one up. */
  private proofOf({
    role,
    secondFactor,
    passwordOwed,
    countersignatureOwed,
    confirmed,
  }: OpenSession): Pick<Caller, 'secondFactor' | 'passwordOwed' | 'countersignatureOwed' | 'confirmed'> {
    if (!STAFF_ROLES.includes(role as StaffRole)) return {};
    const owed = secondFactor === 'none' && this.environment.SECOND_FACTOR === 'required';
    return {
      secondFactor: owed ? 'owed' : secondFactor,
      confirmed,
      ...(passwordOwed && { passwordOwed }),
      ...(countersignatureOwed && { countersignatureOwed }),
    };
  }

  override handleRequest<T>(error: unknown, session: T | false): T {
    if (error) throw error instanceof Error ? error : new Error('passport failed', { cause: error });
    if (!session) throw new Problem('unauthenticated', 'not-signed-in');
    return session;
  }

  private async session(context: ExecutionContext, request: Request): Promise<OpenSession | undefined> {
    if (request.headers.authorization !== undefined) {
      await super.canActivate(context);
      return request.user;
    }
    const secret = request.cookies[this.cookieName];
    return secret === undefined ? undefined : this.sessions.bySecret(secret);
  }
}
