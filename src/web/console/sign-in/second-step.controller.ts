import { Body, Get, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { AllowEveryone } from '../../../platform/auth/allow.js';
import { Problem } from '../../../platform/problems/problem.js';
import type { PasskeyQuestion } from '../../../staff/second-factor/second-factor.dto.js';
import { SecondStepService } from '../../../staff/second-factor/second-step.service.js';
import type { FormBody } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import { proofOf } from '../../forms/proof-form.js';
import { requireOwnScreen } from '../../frame/own-screen.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { SessionCookies } from '../../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { SecondStepCookie } from './second-step-cookie.js';

/** The second page of signing in, for those who have a second factor. */
@PageController()
@AllowEveryone()
export class SecondStepPageController {
  constructor(
    private readonly pages: Pages,
    private readonly steps: SecondStepService,
    private readonly step: SecondStepCookie,
    private readonly cookies: SessionCookies,
  ) {}

  @Get(paths.consoleSecondStep)
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.unlessOver(visit, () => this.form(visit, []));
  }

  @Post(paths.consoleSecondStep)
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  enter(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    return this.unlessOver(visit, async () => {
      const form = proofOf(body);
      if (!form.ok) return this.form(visit, form.errors);
      try {
        this.cookies.set(visit, await this.steps.finish(visit.caller, this.step.token(visit), form.value));
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'wrong-second-factor') throw error;
        const code = form.value.passkey ? 'wrong-passkey' : 'wrong-second-factor';
        return this.form(visit, [{ field: 'confirmCode', code }], 401);
      }
      this.step.clear(visit);
      return this.pages.goTo(visit, paths.console);
    });
  }

  /** What a passkey has to sign; asked by the page's script. */
  @Post(paths.consoleSecondStepQuestion)
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  ask(@CurrentVisit() visit: GuardedVisit): Promise<PasskeyQuestion> {
    return this.steps.askPasskey(this.step.token(visit));
  }

  /** After five minutes, or where there was no first page, one begins anew. */
  private async unlessOver(visit: GuardedVisit, work: () => Promise<Buffer | string>) {
    requireOwnScreen(visit);
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'sign-in-over') throw error;
      this.step.clear(visit);
      return this.pages.goTo(visit, paths.consoleSignIn);
    }
  }

  private async form(visit: GuardedVisit, errors: readonly FieldError[], status?: number) {
    const kinds = await this.steps.kinds(this.step.token(visit));
    const form = { action: paths.consoleSecondStep, hidden: [], errors };
    return this.pages.show(visit, 'console/second-step', { form, kinds }, status);
  }
}
