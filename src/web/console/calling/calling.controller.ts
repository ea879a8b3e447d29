import { Body, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CLOSURE_REASONS, ClosureRequest } from '../../../appointments/closures/closures.dto.js';
import { ClosuresService } from '../../../appointments/closures/closures.service.js';
import { Allow } from '../../../platform/auth/allow.js';
import { onlyPost } from '../../../platform/auth/caller.js';
import { newId } from '../../../platform/ids.js';
import { PostsService } from '../../../posts/posts.service.js';
import { CallSettings } from '../../../queue/call-rounds/call-settings.service.js';
import { checkForm, errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import { onceOf } from '../../forms/once-of.js';
import { requestOf } from '../../forms/request-of.js';
import { instantAt } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { AutomaticForm, LiftForm } from './calling-forms.js';
import type { CallingPage } from './calling.view.js';

const NOTHING_TYPED = { from: '', to: '', reason: '' };

/** Who is called when, by plan or by hand, and when the post is closed. */
@PageController()
@Allow('supervisor')
export class CallingPageController {
  constructor(
    private readonly pages: Pages,
    private readonly settings: CallSettings,
    private readonly closures: ClosuresService,
    private readonly posts: PostsService,
  ) {}

  @Get(paths.calling)
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.page(visit, NOTHING_TYPED, []);
  }

  @Post(paths.callingAutomatic)
  async switchPlan(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { automatic, version } = requestOf(AutomaticForm, body);
    const { travelMinutes, graceMinutes } = await this.settings.read(visit.caller);
    const change = { automatic: automatic === 'yes', travelMinutes, graceMinutes };
    await this.settings.change(visit.caller, version, change);
    return this.pages.goTo(visit, paths.calling);
  }

  /** Times are typed as they are at the post. */
  @Post(paths.closures)
  async close(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { once, fields } = onceOf(visit, 'closure', body);
    const values = { from: typed(fields, 'from'), to: typed(fields, 'to'), reason: typed(fields, 'reason') };
    const { timeZone } = await this.posts.byId(onlyPost(visit.caller));
    const [from, to] = [values.from, values.to].map((local) => instantAt(local, timeZone));
    const form = checkForm(ClosureRequest, { ...fields, from, to });
    if (!form.ok) return this.page(visit, values, form.errors, 422);
    try {
      await this.closures.close(visit.caller, form.value, once);
    } catch (error) {
      return this.page(visit, values, errorsThrown(error), 422);
    }
    return this.pages.goTo(visit, paths.calling);
  }

  @Post(paths.closureLifting(':id'))
  async lift(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    await this.closures.lift(visit.caller, id, requestOf(LiftForm, body).version);
    return this.pages.goTo(visit, paths.calling);
  }

  private async page(
    visit: GuardedVisit,
    values: CallingPage['values'],
    errors: readonly FieldError[],
    status = 200,
  ) {
    const [plan, setting, { items }] = await Promise.all([
      this.settings.plan(visit.caller),
      this.settings.read(visit.caller),
      this.closures.list(visit.caller),
    ]);
    const form = { action: paths.closures, hidden: [{ name: 'formKey', value: newId() }], errors };
    const model = { plan, setting, closures: items, reasons: CLOSURE_REASONS, form, values };
    return this.pages.show(visit, 'console/calling', model, status);
  }
}
