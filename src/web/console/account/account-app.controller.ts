import { Body, Get, Post } from '@nestjs/common';
import { Allow, AskAgain, BeforeSecondFactor } from '../../../platform/auth/allow.js';
import { STAFF } from '../../../platform/auth/roles.js';
import { FactorReader } from '../../../staff/second-factor/factor-reader.js';
import { OwnFactorsService } from '../../../staff/second-factor/own-factors.service.js';
import { AppCodeRequest } from '../../../staff/second-factor/second-factor.dto.js';
import { checkForm, errorsThrown, type FormBody } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { drawQr } from '../../drawings/qr-drawing.js';

/** Its words tell it from the code of an administrator. */
const PLACES = { '/code': 'appCode' };

/** The reader sets up an authenticator app: a secret is shown, and counts once its first code was typed. */
@PageController()
@Allow(...STAFF)
@BeforeSecondFactor()
@AskAgain('everybody')
export class AccountAppController {
  constructor(
    private readonly pages: Pages,
    private readonly reader: FactorReader,
    private readonly factors: OwnFactorsService,
  ) {}

  @Post(paths.accountAppOffer)
  async offer(@CurrentVisit() visit: GuardedVisit) {
    await this.reader.offerApp(visit.caller);
    return this.pages.goTo(visit, paths.accountApp);
  }

  @Get(paths.accountApp)
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.page(visit, []);
  }

  @Post(paths.accountApp)
  async add(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const form = checkForm(AppCodeRequest, body, PLACES);
    if (!form.ok) return this.page(visit, form.errors);
    try {
      const { recoveryCodes: codes } = await this.factors.addApp(visit.caller, form.value.code);
      if (codes.length === 0) return this.pages.goTo(visit, `${paths.account}?done=app-added`);
      return await this.pages.show(visit, 'console/recovery-codes', { codes }, 201);
    } catch (error) {
      return this.page(visit, errorsThrown(error, PLACES));
    }
  }

  /** After a quarter of an hour there is nothing to show any more. */
  private async page(visit: GuardedVisit, errors: readonly FieldError[]) {
    const offer = await this.reader.offeredApp(visit.caller);
    if (!offer) return this.pages.goTo(visit, paths.account);
    const secret = offer.secret.match(/.{1,4}/g) ?? [];
    const form = { action: paths.accountApp, hidden: [], errors };
    const { address } = offer;
    return this.pages.show(visit, 'console/account-app', { form, secret, address, qr: drawQr(address) });
  }
}
