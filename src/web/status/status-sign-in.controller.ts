import { Body, Get, Post, Query } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { AllowEveryone } from '../../platform/auth/allow.js';
import { Problem } from '../../platform/problems/problem.js';
import type { AccessRequest } from '../../registrations/access/access.dto.js';
import { AccessService } from '../../registrations/access/access.service.js';
import { readReference } from '../../registrations/reference.js';
import { checkForm, type FormBody, typed } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { keepsCookies, tryCookies } from '../frame/cookies-kept.js';
import { requireOwnScreen } from '../frame/own-screen.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { SessionCookies } from '../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { StatusSignInForm } from './status-forms.js';
import { SIGN_IN_NOTES, type SignInNote } from './status.view.js';

/** Lets a person at their own registration, with the codes of the receipt. */
@PageController(paths.statusSignIn)
export class StatusSignInController {
  constructor(
    private readonly pages: Pages,
    private readonly access: AccessService,
    private readonly sessions: SessionCookies,
  ) {}

  @Get()
  @AllowEveryone()
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: Readonly<Record<string, unknown>>) {
    requireOwnScreen(visit);
    return this.form(
      visit,
      '',
      [],
      SIGN_IN_NOTES.find((note) => note in query),
    );
  }

  @Post()
  @AllowEveryone()
  @Throttle({ default: { limit: 3000, ttl: 60_000 } })
  async enter(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    requireOwnScreen(visit);
    const checked = checkForm(StatusSignInForm, body);
    const errors = checked.ok ? missing(checked.value) : checked.errors;
    if (!checked.ok || errors.length > 0) return this.form(visit, typed(body, 'reference'), errors);
    const { secret, ...codes } = checked.value;
    try {
      this.sessions.set(visit, await this.access.enter(visit.caller, requestOf(secret, codes)));
      return this.pages.goTo(visit, keepsCookies(visit) ? paths.status : paths.statusEntered);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'wrong-credentials') throw error;
      return this.form(visit, typed(body, 'reference'), [{ field: 'reference', code: 'wrong-codes' }]);
    }
  }

  private form(
    visit: GuardedVisit,
    reference: string,
    errors: readonly FieldError[],
    note: SignInNote | null = null,
  ) {
    tryCookies(visit);
    const form = { action: paths.statusSignIn, hidden: [], errors };
    return this.pages.show(visit, 'status/sign-in', { form, values: { reference }, note });
  }
}

const requestOf = (secret: string | undefined, codes: AccessRequest): AccessRequest =>
  secret === undefined ? codes : { accessSecret: secret };

function missing({ secret, reference, accessCode }: StatusSignInForm): FieldError[] {
  if (secret !== undefined) return [];
  if (reference !== undefined && readReference(reference) === undefined)
    return [{ field: 'reference', code: 'wrong-format' }];
  return [
    ...(reference === undefined ? [{ field: 'reference', code: 'required' }] : []),
    ...(accessCode === undefined ? [{ field: 'accessCode', code: 'required' }] : []),
  ];
}
