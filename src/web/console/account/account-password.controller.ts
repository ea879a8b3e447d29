import { Body, Get, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { Allow, AskAgain, BeforeOwnPassword, BeforeSecondFactor } from '../../../platform/auth/allow.js';
import { STAFF } from '../../../platform/auth/roles.js';
import { PasswordChangeRequest } from '../../../staff/accounts/own-password.dto.js';
import { OwnPasswordService } from '../../../staff/accounts/own-password.service.js';
import { PASSWORD_MIN } from '../../../staff/accounts/password.js';
import { CountersigningService } from '../../../staff/countersigning/countersigning.service.js';
import { checkForm, errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';

/** The reader changes their own password, or chooses their first. What was typed is never sent back. */
@PageController()
@Allow(...STAFF)
@BeforeSecondFactor()
@BeforeOwnPassword()
@AskAgain()
export class AccountPasswordController {
  constructor(
    private readonly pages: Pages,
    private readonly passwords: OwnPasswordService,
    private readonly countersigning: CountersigningService,
  ) {}

  @Get(paths.accountPassword)
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.page(visit, []);
  }

  @Post(paths.accountPassword)
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  async change(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const [currentPassword, newPassword] = [typed(body, 'currentPassword'), typed(body, 'newPassword')];
    const form = checkForm(PasswordChangeRequest, {
      currentPassword,
      newPassword,
      code: typed(body, 'code'),
    });
    if (!form.ok) return this.page(visit, form.errors);
    if (typed(body, 'newPasswordAgain') !== newPassword)
      return this.page(visit, [{ field: 'newPasswordAgain', code: 'not-the-same' }]);
    try {
      await this.passwords.change(visit.caller, form.value);
    } catch (error) {
      return this.page(visit, errorsThrown(error));
    }
    return this.pages.goTo(visit, `${paths.account}?done=password-changed`);
  }

  private async page(visit: GuardedVisit, faults: readonly FieldError[]) {
    const { owed, codeOwed } = await this.passwords.own(visit.caller);
    const waiting = codeOwed ? (await this.countersigning.own(visit.caller)).items : [];
    const errors = faults.map((fault) => ({ ...fault, params: { ...fault.params, min: PASSWORD_MIN } }));
    const form = { action: paths.accountPassword, hidden: [], errors };
    const model = { form, owed, waiting, min: PASSWORD_MIN };
    return this.pages.show(visit, 'console/account-password', model, errors.length > 0 ? 422 : 200);
  }
}
