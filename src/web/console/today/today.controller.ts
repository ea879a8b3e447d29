import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { notFound } from '../../../platform/problems/problem.js';
import { CallingService } from '../../../queue/calling/calling.service.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { type Refusal, refusalOf } from '../../forms/refusal.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { Desk } from './desk.js';
import { DeskActs } from './desk-acts.js';

/** Today at an officer's counter: call, serve, finish. Without scripts the page is right whenever it is loaded. */
@PageController()
@Allow('officer')
export class TodayController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: Desk,
    private readonly acts: DeskActs,
    private readonly calling: CallingService,
  ) {}

  @Get(paths.today)
  show(@CurrentVisit() visit: GuardedVisit, @Query('nobody') nobody: unknown) {
    return this.page(visit, { nobody: nobody !== undefined });
  }

  /** Only what changes by itself, for the page's script. */
  @Get(paths.waiting)
  async waiting(@CurrentVisit() visit: GuardedVisit) {
    return this.pages.show(visit, 'console/waiting', await this.desk.waiting(visit.caller));
  }

  @Post(paths.counter(':act'))
  async counter(@CurrentVisit() visit: GuardedVisit, @Param('act') act: string, @Body() body: FormBody) {
    const change = this.acts.counter(act);
    return this.done(visit, () => change(visit.caller, typed(body, 'counter')));
  }

  @Post(paths.ticket('call-next'))
  callNext(@CurrentVisit() visit: GuardedVisit) {
    return this.done(visit, async () =>
      (await this.calling.callNext(visit.caller)) ? paths.today : `${paths.today}?nobody`,
    );
  }

  @Post(paths.ticket(':act'))
  ticket(@CurrentVisit() visit: GuardedVisit, @Param('act') act: string, @Body() body: FormBody) {
    const change = this.acts.ticket(act);
    const [id, version] = [typed(body, 'ticket'), Number(typed(body, 'version') || NaN)];
    if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound();
    return this.done(visit, () => change(visit.caller, id, version));
  }

  private async done(visit: GuardedVisit, change: () => Promise<unknown>) {
    try {
      const answer = await change();
      return this.pages.goTo(visit, typeof answer === 'string' ? answer : paths.today);
    } catch (error) {
      const { problem: _, ...refused } = refusalOf(error);
      return this.page(visit, { refused }, refused.status);
    }
  }

  private async page(visit: GuardedVisit, moment: { nobody?: boolean; refused?: Refusal }, status = 200) {
    const desk = await this.desk.of(visit.caller);
    return this.pages.show(
      visit,
      'console/today',
      { ...desk, nobody: false, refused: null, ...moment },
      status,
    );
  }
}
