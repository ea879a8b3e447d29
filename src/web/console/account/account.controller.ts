import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, AskAgain, BeforeSecondFactor } from '../../../platform/auth/allow.js';
import { STAFF } from '../../../platform/auth/roles.js';
import { OwnFactorsService } from '../../../staff/second-factor/own-factors.service.js';
import { OwnPasskeysService } from '../../../staff/second-factor/own-passkeys.service.js';
import {
  NewPasskeyRequest,
  type RecoveryCodesResponse,
} from '../../../staff/second-factor/second-factor.dto.js';
import { checkForm, errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import { fromJson } from '../../forms/proof-form.js';
import { refusalOf } from '../../forms/refusal.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { AccountModel } from './account-model.js';
import type { AccountPage } from './account.view.js';

type Moment = Partial<Pick<AccountPage, 'values' | 'refused' | 'done'>> & {
  errors?: AccountPage['form']['errors'];
};

/** Where a fault of a passkey is shown: the one field that is seen. */
const PLACES = { '/passkey': 'name' };

/** The reader's own account: what they sign in with, passkeys and recovery codes. */
@PageController()
@Allow(...STAFF)
export class AccountController {
  constructor(
    private readonly pages: Pages,
    private readonly model: AccountModel,
    private readonly factors: OwnFactorsService,
    private readonly passkeys: OwnPasskeysService,
  ) {}

  @Get(paths.account)
  @BeforeSecondFactor()
  show(@CurrentVisit() visit: GuardedVisit, @Query() { done }: Record<string, unknown>) {
    return this.page(visit, { done: typeof done === 'string' && DONE.includes(done) ? done : null });
  }

  @Post(paths.accountPasskeys)
  @BeforeSecondFactor()
  @AskAgain('everybody')
  async addPasskey(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const values = { name: typed(body, 'name') };
    // the server had to ask first who is there: now the key can be made
    if (typed(body, 'passkey') === '') return this.page(visit, { values });
    const passkey = fromJson(typed(body, 'passkey'));
    const form = checkForm(NewPasskeyRequest, { name: values.name, passkey }, PLACES);
    if (!form.ok) return this.page(visit, { values, errors: readable(form.errors) });
    try {
      return this.codes(visit, await this.passkeys.add(visit.caller, form.value), 'passkey-added');
    } catch (error) {
      return this.page(visit, { values, errors: errorsThrown(error, PLACES) });
    }
  }

  @Post(paths.accountPasskeyRemoval(':id'))
  @AskAgain('everybody')
  removePasskey(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    return this.changed(visit, 'passkey-removed', this.passkeys.remove(visit.caller, id));
  }

  @Post(paths.accountAppRemoval)
  @AskAgain('everybody')
  removeApp(@CurrentVisit() visit: GuardedVisit) {
    return this.changed(visit, 'app-removed', this.factors.removeApp(visit.caller));
  }

  @Post(paths.accountCodes)
  @AskAgain('everybody')
  async renewCodes(@CurrentVisit() visit: GuardedVisit) {
    try {
      return this.codes(visit, await this.factors.renewCodes(visit.caller), '');
    } catch (error) {
      return this.refused(visit, error);
    }
  }

  private async changed(visit: GuardedVisit, done: string, change: Promise<void>) {
    try {
      await change;
    } catch (error) {
      return this.refused(visit, error);
    }
    return this.pages.goTo(visit, `${paths.account}?done=${done}`);
  }

  private refused(visit: GuardedVisit, error: unknown) {
    return this.page(visit, { refused: refusalOf(error) });
  }

  /** New codes are in the answer to the form and nowhere else, so the answer is the page itself. */
  private codes(visit: GuardedVisit, { recoveryCodes: codes }: RecoveryCodesResponse, done: string) {
    if (codes.length === 0) return this.pages.goTo(visit, `${paths.account}?done=${done}`);
    return this.pages.show(visit, 'console/recovery-codes', { codes }, 201);
  }

  private async page(visit: GuardedVisit, { errors = [], ...moment }: Moment) {
    const model: AccountPage = {
      ...(await this.model.of(visit.caller)),
      form: { action: paths.accountPasskeys, hidden: [], errors },
      values: { name: '' },
      refused: null,
      done: null,
      ...moment,
    };
    return this.pages.show(visit, 'console/account', model);
  }
}

const DONE: readonly string[] = [
  'passkey-added',
  'passkey-removed',
  'app-added',
  'app-removed',
  'password-changed',
];

/** Faults within what the script wrote mean one thing to whoever reads: the passkey did not work. */
const readable = (errors: AccountPage['form']['errors']) => {
  const own = errors.filter(({ field }) => field === 'name');
  return own.length > 0 ? own.slice(0, 1) : [{ field: 'name', code: 'wrong-passkey' }];
};
