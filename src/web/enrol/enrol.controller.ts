import { Body, Get, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { AllowEveryone } from '../../platform/auth/allow.js';
import { Problem } from '../../platform/problems/problem.js';
import { SESSION_HOURS } from '../../staff/access/session-lifetime.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { SignInService } from '../../staff/access/sign-in.service.js';
import { EnrolRequest } from '../../staff/devices/devices.dto.js';
import { checkForm, type FormBody } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { SessionCookies } from '../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';

/** A kiosk or a board gets its own session with the one-time code that an administrator was shown. */
@PageController(paths.enrol)
export class EnrolController {
  constructor(
    private readonly pages: Pages,
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @AllowEveryone()
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.form(visit, []);
  }

  @Post()
  @AllowEveryone()
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  async enrol(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const checked = checkForm(EnrolRequest, body);
    if (!checked.ok) return this.form(visit, checked.errors);
    try {
      const tokens = await this.signIn.enrolDevice(visit.caller, checked.value.code);
      const device = await this.sessions.bySecret(tokens.refreshToken);
      const kind = device?.role === 'board' ? 'board' : 'kiosk';
      this.cookies.set(visit, tokens, SESSION_HOURS[kind] * 3600);
      if (kind === 'kiosk') this.cookies.markKiosk(visit);
      return this.pages.goTo(visit, paths[kind]);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'wrong-credentials') throw error;
      return this.form(visit, [{ field: 'code', code: 'wrong-code' }]);
    }
  }

  private form(visit: GuardedVisit, errors: readonly FieldError[]) {
    const form = { action: paths.enrol, hidden: [], errors };
    return this.pages.show(visit, 'enrol/enrol', { form });
  }
}
