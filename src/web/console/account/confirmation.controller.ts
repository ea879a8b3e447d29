import { Body, Get, Post, Query } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { Allow, BeforeOwnPassword, BeforeSecondFactor } from '../../../platform/auth/allow.js';
import { STAFF } from '../../../platform/auth/roles.js';
import { ConfirmationService } from '../../../staff/second-factor/confirmation.service.js';
import { errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import { proofOf } from '../../forms/proof-form.js';
import { ConfirmationPages, nextPage } from '../../frame/confirmation-pages.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';

const PLACES = { '/code': 'confirmCode', '/passkey': 'confirmCode', '/password': 'confirmPassword' };

/** Answers the question whether it is still the one who signed in, and leads on to where they were. */
@PageController()
@Allow(...STAFF)
@BeforeSecondFactor()
@BeforeOwnPassword()
export class ConfirmationController {
  constructor(
    private readonly pages: Pages,
    private readonly question: ConfirmationPages,
    private readonly confirmation: ConfirmationService,
  ) {}

  @Get(paths.confirmation)
  show(@CurrentVisit() visit: GuardedVisit, @Query() { next }: Record<string, unknown>) {
    return this.question.show(visit, nextPage(String(next)), undefined);
  }

  @Post(paths.confirmation)
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  async answer(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const next = nextPage(typed(body, 'confirmNext'));
    const carried = typed(body, 'confirmForm') === 'yes' ? body : undefined;
    const errors = await this.wrongWith(visit, body);
    if (errors.length > 0) return this.question.show(visit, next, carried, errors);
    if (!carried) return this.pages.goTo(visit, next);
    // the browser sends the very same form again, there (RFC 9110, 15.4.8); the guard takes the question's fields out
    visit.reply.status(307).header('location', next).header('cache-control', 'no-store');
    return '';
  }

  private async wrongWith({ caller }: GuardedVisit, body: FormBody): Promise<readonly FieldError[]> {
    const proof = caller.secondFactor === 'given' ? proofOf(body) : undefined;
    if (proof && !proof.ok) return proof.errors;
    const password = typed(body, 'confirmPassword').slice(0, 200) || undefined;
    try {
      await this.confirmation.confirm(caller, { ...proof?.value, password });
      return [];
    } catch (error) {
      return errorsThrown(error, PLACES);
    }
  }
}
