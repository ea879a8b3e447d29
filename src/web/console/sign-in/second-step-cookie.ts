import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import { sessionCookie } from '../../../staff/access/session-cookie.js';
import type { SecondStepResponse } from '../../../staff/second-factor/second-factor.dto.js';
import type { Visit } from '../../frame/visit.js';

/** Carries a sign-in from its first page to its second. What is in it opens no session by itself. */
@Injectable()
export class SecondStepCookie {
  private readonly name: string;
  private readonly options: ReturnType<typeof sessionCookie>['options'];

  constructor(environment: Environment) {
    const { name, options } = sessionCookie(environment);
    this.name = name.replace('session', 'second-step');
    this.options = options;
  }

  set({ reply }: Visit, { secondFactorToken, expiresIn }: SecondStepResponse): void {
    reply.setCookie(this.name, secondFactorToken, { ...this.options, maxAge: expiresIn });
  }

  /** Empty where there is none. */
  token({ request }: Visit): string {
    return request.cookies[this.name] ?? '';
  }

  clear({ reply }: Visit): void {
    reply.clearCookie(this.name, this.options);
  }
}
