import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CallByHandRequest } from '../../../appointments/calls/calls-by-hand.dto.js';
import { CallsByHand } from '../../../appointments/calls/calls-by-hand.service.js';
import { Allow } from '../../../platform/auth/allow.js';
import { newId } from '../../../platform/ids.js';
import { CountersService } from '../../../queue/counters/counters.service.js';
import { HeldTickets } from '../../../queue/skills/held-tickets.service.js';
import { checkForm, type FormBody, typed } from '../../forms/check-form.js';
import { onceOf } from '../../forms/once-of.js';
import type { FieldError } from '../../forms/form.view.js';
import { refusalOf } from '../../forms/refusal.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { unlessNone } from '../../../platform/problems/unless-none.js';
import { PostLoad } from './post-load.js';
import type { SupervisorPage } from './supervisor.view.js';

const USUAL = '10';

type Moment = Partial<Pick<SupervisorPage, 'refused'>> & {
  people?: string;
  errors?: readonly FieldError[];
  called?: number | null;
};

/** The load of a post: where people wait, who works where, and how many are told to come. */
@PageController()
@Allow('supervisor')
export class SupervisorController {
  constructor(
    private readonly pages: Pages,
    private readonly load: PostLoad,
    private readonly calls: CallsByHand,
    private readonly counters: CountersService,
    private readonly held: HeldTickets,
  ) {}

  @Get(paths.supervisor)
  show(@CurrentVisit() visit: GuardedVisit, @Query('called') called: unknown) {
    const count = typeof called === 'string' && /^\d{1,3}$/.test(called) ? Number(called) : null;
    return this.page(visit, { called: count });
  }

  @Post(paths.callForward)
  async call(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { once, fields } = onceOf(visit, 'call-forward', body);
    const form = checkForm(CallByHandRequest, fields);
    if (!form.ok) return this.page(visit, { people: typed(fields, 'people'), errors: form.errors });
    const { called } = await this.calls.call(visit.caller, form.value, once);
    return this.pages.goTo(visit, `${paths.supervisor}?called=${called}`);
  }

  /** Closes the counter of an officer who has gone; one that is closed already is what was asked for. */
  @Post(paths.counterClosing(':session'))
  async closeCounter(@CurrentVisit() visit: GuardedVisit, @Param('session', ParseUUIDPipe) session: string) {
    try {
      await unlessNone(this.counters.closeFor(visit.caller, session));
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, paths.supervisor);
  }

  /** Lets any counter call somebody who waits for a skill. */
  @Post(paths.ticketRelease(':ticket'))
  async release(
    @CurrentVisit() visit: GuardedVisit,
    @Param('ticket', ParseUUIDPipe) ticket: string,
    @Body() body: FormBody,
  ) {
    try {
      await this.held.release(visit.caller, ticket, versionIn(body));
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, paths.supervisor);
  }

  private async page(
    visit: GuardedVisit,
    { people = USUAL, errors = [], called = null, refused = null }: Moment,
  ) {
    const form = { action: paths.callForward, hidden: [{ name: 'formKey', value: newId() }], errors };
    const load = await this.load.of(visit.caller);
    const model = { ...load, callForward: { form, people, called }, refused };
    return this.pages.show(visit, 'console/supervisor', model, errors.length > 0 ? 422 : undefined);
  }
}
