import { Body, Get, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { AllowEveryone } from '../../../platform/auth/allow.js';
import { PROBLEM_STATUS } from '../../../platform/problems/problem-status.js';
import { Problem } from '../../../platform/problems/problem.js';
import { SignInRequest } from '../../../staff/access/sign-in.dto.js';
import { PasswordSignInService } from '../../../staff/access/password-sign-in.service.js';
import type { FieldError } from '../../forms/form.view.js';
import { checkForm, type FormBody, typed } from '../../forms/check-form.js';
import { requireOwnScreen } from '../../frame/own-screen.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { SessionCookies } from '../../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { SecondStepCookie } from './second-step-cookie.js';

/** Staff sign in and out, on no screen of the hall. A wrong password and an account that does not exist answer alike. */
@PageController()
export class ConsoleSignInController {
  constructor(
    private readonly pages: Pages,
    private readonly passwords: PasswordSignInService,
    private readonly cookies: SessionCookies,
    private readonly step: SecondStepCookie,
  ) {}

  @Get(paths.consoleSignIn)
  @AllowEveryone()
  show(@CurrentVisit() visit: GuardedVisit) {
    requireOwnScreen(visit);
    return this.form(visit, '', [], 200);
  }

  @Post(paths.consoleSignIn)
  @AllowEveryone()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  async enter(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    requireOwnScreen(visit);
    const form = checkForm(SignInRequest, body);
    const name = typed(body, 'username').slice(0, 64);
    if (!form.ok) return this.form(visit, name, form.errors, 422);
    const { username, password } = form.value;
    try {
      const { caller, request } = visit;
      const answer = await this.passwords.signIn(caller, username, password, request.ip);
      if ('secondFactorToken' in answer) {
        this.step.set(visit, answer);
        return this.pages.goTo(visit, paths.consoleSecondStep);
      }
      this.cookies.set(visit, answer);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'wrong-credentials') throw error;
      return this.form(
        visit,
        name,
        [{ field: 'username', code: 'wrong-sign-in' }],
        PROBLEM_STATUS[error.kind],
      );
    }
    return this.pages.goTo(visit, paths.console);
  }

  /** Ends the session here and on the server, so that the next person at this desk finds nothing. */
  @Post(paths.consoleSignOut)
  @AllowEveryone()
  async leave(@CurrentVisit() visit: GuardedVisit) {
    requireOwnScreen(visit);
    await this.cookies.signOut(visit);
    return this.pages.goTo(visit, paths.consoleSignIn);
  }

  private form(visit: GuardedVisit, username: string, errors: readonly FieldError[], status: number) {
    const model = { form: { action: paths.consoleSignIn, hidden: [], errors }, values: { username } };
    return this.pages.show(visit, 'console/sign-in', model, status);
  }
}
