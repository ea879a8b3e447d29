import { Body, Get, Post } from '@nestjs/common';
import { OwnVouchings } from '../../identity/vouching/own-vouchings.service.js';
import { Allow } from '../../platform/auth/allow.js';
import { isId } from '../../platform/ids.js';
import { notFound } from '../../platform/problems/problem.js';
import { checkForm, errorsThrown, type FormBody, requireKnown, typed } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { VouchingForm } from './status-forms.js';

/** Asks whoever was named as a referee whether they vouch for somebody: they say for whom, we do not. */
@PageController()
@Allow('person')
export class StatusVouchingController {
  constructor(
    private readonly pages: Pages,
    private readonly vouchings: OwnVouchings,
  ) {}

  @Get(paths.statusVouching)
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.page(visit, '', []);
  }

  @Post(paths.statusVouching)
  async confirm(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const id = idIn(body);
    const checked = checkForm(VouchingForm, body);
    if (!checked.ok) return this.page(visit, typed(body, 'reference'), checked.errors);
    try {
      await this.vouchings.confirm(visit.caller, id, checked.value.reference);
    } catch (error) {
      return this.page(visit, typed(body, 'reference'), errorsThrown(error));
    }
    return this.pages.goTo(visit, paths.statusVouching);
  }

  @Post(paths.statusVouchingObjection)
  async object(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    requireKnown(body, ['id']);
    await this.vouchings.object(visit.caller, idIn(body));
    return this.pages.goTo(visit, paths.statusVouching);
  }

  private async page(visit: GuardedVisit, reference: string, errors: readonly FieldError[]) {
    const { items, atCounter } = await this.vouchings.read(visit.caller);
    const asked = items.find(({ state }) => state === 'asked');
    return this.pages.show(visit, 'status/vouching', {
      form: {
        action: paths.statusVouching,
        hidden: asked ? [{ name: 'id', value: asked.id }] : [],
        errors: asked ? errors : [],
      },
      askedAt: asked?.askedAt ?? null,
      atCounter,
      values: { reference },
      confirmed: items
        .filter(({ state }) => state === 'confirmed')
        .map(({ id, askedAt }) => ({ id, askedAt })),
    });
  }
}

function idIn(body: FormBody): string {
  const id = body?.['id'];
  if (!isId(id)) throw notFound();
  return id;
}
