import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { Problem } from '../../../platform/problems/problem.js';
import { NewAccountRequest } from '../../../staff/accounts/accounts.dto.js';
import { CountersigningService } from '../../../staff/countersigning/countersigning.service.js';
import { FactorResetService } from '../../../staff/second-factor/factor-reset.service.js';
import { firstPassword } from '../../../staff/accounts/first-password.js';
import { PasswordResetService } from '../../../staff/accounts/password-reset.service.js';
import { AccountsService } from '../../../staff/accounts/accounts.service.js';
import { checkForm, errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import { refusalOf } from '../../forms/refusal.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { AccountsPage, WaitingRow } from './accounts.view.js';

type Moment = Partial<Pick<AccountsPage, 'values' | 'created' | 'code' | 'refused' | 'reset' | 'done'>> & {
  errors?: AccountsPage['form']['errors'];
};

/** Who may work here. Made and closed by administrators; nobody closes their own account. */
@PageController()
@Allow('administrator')
export class AccountsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: AccountsService,
    private readonly resets: FactorResetService,
    private readonly passwords: PasswordResetService,
    private readonly countersigning: CountersigningService,
  ) {}

  @Get(paths.accounts)
  show(@CurrentVisit() visit: GuardedVisit, @Query() { reset, done }: Record<string, unknown>) {
    return this.page(visit, {
      reset: typeof reset === 'string' ? reset : null,
      done: done === 'refused' ? done : null,
    });
  }

  /** The password is in the answer to this form and nowhere else, so the answer is the page itself. */
  @Post(paths.accounts)
  @AskAgain()
  async create(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const [displayName, username, role] = ['displayName', 'username', 'role'].map((name) =>
      typed(body, name),
    );
    const values = { displayName: displayName ?? '', username: username ?? '', role: role ?? '' };
    const password = firstPassword();
    const posts = [...visit.caller.posts];
    const form = checkForm(NewAccountRequest, { ...body, password, posts });
    if (!form.ok) return this.page(visit, { values, errors: form.errors });
    try {
      const created = await this.accounts.create(visit.caller, form.value);
      return await this.page(visit, { created: { username: created.username, password } }, 201);
    } catch (error) {
      return this.page(visit, { values, errors: errorsThrown(error) });
    }
  }

  @Post(paths.accountAct(':id', 'close'))
  @AskAgain()
  close(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string, @Body() body: FormBody) {
    return this.change(visit, id, body, false);
  }

  @Post(paths.accountAct(':id', 'open'))
  @AskAgain()
  open(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string, @Body() body: FormBody) {
    return this.change(visit, id, body, true);
  }

  /** For somebody who forgot it. As with a new account, the password is in this answer and nowhere else. */
  @Post(paths.accountPasswordReset(':id'))
  @AskAgain()
  async resetPassword(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    try {
      const password = await this.passwords.reset(visit.caller, id);
      const { items } = await this.accounts.list(visit.caller);
      const username = items.find((account) => account.id === id)?.username ?? '';
      return await this.page(visit, { created: { username, password } }, 201);
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
  }

  /** For somebody who lost it: they stand before the administrator. */
  @Post(paths.accountFactorReset(':id'))
  @AskAgain()
  async resetFactor(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    try {
      await this.resets.reset(visit.caller, id);
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, `${paths.accounts}?reset=${id}`);
  }

  /**
   * What another administrator gave, once the reader has spoken with whoever it was given to. The code for them is in this
   * answer and nowhere else.
   */
  @Post(paths.countersignature(':id', 'confirmation'))
  @AskAgain()
  async confirm(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    try {
      const code = await this.countersigning.confirm(visit.caller, id);
      const row = (await this.waiting(visit)).find((giving) => giving.id === id);
      return await this.page(visit, { code: { name: row?.name ?? '', code } }, 201);
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
  }

  @Post(paths.countersignature(':id', 'refusal'))
  @AskAgain()
  async refuse(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    try {
      await this.countersigning.refuse(visit.caller, id);
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, `${paths.accounts}?done=refused`);
  }

  private async change(visit: GuardedVisit, id: string, body: FormBody, active: boolean) {
    const version = versionIn(body);
    try {
      if (id === visit.caller.id) throw new Problem('conflict', 'own-account');
      await this.accounts.change(visit.caller, id, version, { active });
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, paths.accounts);
  }

  private async page(visit: GuardedVisit, { errors = [], ...moment }: Moment, status?: number) {
    const { items } = await this.accounts.list(visit.caller);
    const accounts = items.map(({ displayName: name, posts: _, ...account }) => ({
      ...account,
      name,
      own: account.id === visit.caller.id,
    }));
    const form = { action: paths.accounts, hidden: [], errors };
    const values = { displayName: '', username: '', role: '' };
    const reset = accounts.find(({ id }) => id === moment.reset)?.name ?? null;
    const waiting = await this.waiting(visit);
    const none = { created: null, code: null, done: null, refused: null };
    const model: AccountsPage = { accounts, waiting, form, values, ...none, ...moment, reset };
    return this.pages.show(visit, 'console/accounts', model, status);
  }

  private async waiting({ caller }: GuardedVisit): Promise<WaitingRow[]> {
    const { items } = await this.countersigning.list(caller);
    return items.map(({ displayName: name, ...row }) => ({ ...row, name, yours: row.givenBy === caller.id }));
  }
}
