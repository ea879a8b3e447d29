import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { isId } from '../../../platform/ids.js';
import { notFound } from '../../../platform/problems/problem.js';
import { CallingService } from '../../../queue/calling/calling.service.js';
import { TransferRequest } from '../../../queue/transfers/transfers.dto.js';
import { TransfersService } from '../../../queue/transfers/transfers.service.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { requestOf } from '../../forms/request-of.js';
import { type Refusal, refusalOf } from '../../forms/refusal.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { Desk } from './desk.js';
import { DeskActs } from './desk-acts.js';

/** After these the page offers to take them back. */
const TAKEN_BACK: ReadonlySet<string> = new Set(['finish', 'come-back', 'park', 'missed']);

/** Today at an officer's counter: call, serve, finish. Without scripts the page is right whenever it is loaded. */
@PageController()
@Allow('officer')
export class TodayController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: Desk,
    private readonly acts: DeskActs,
    private readonly calling: CallingService,
    private readonly transfers: TransfersService,
  ) {}

  @Get(paths.today)
  show(@CurrentVisit() visit: GuardedVisit, @Query('nobody') nobody: unknown, @Query('done') done: unknown) {
    return this.page(visit, { nobody: nobody !== undefined, done: isId(done) ? done : undefined });
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
    const [id, version] = [typed(body, 'ticket'), versionIn(body)];
    if (!isId(id)) throw notFound();
    return this.done(visit, async () => {
      await change(visit.caller, id, version);
      return TAKEN_BACK.has(act) ? `${paths.today}?done=${id}` : paths.today;
    });
  }

  /** Where to comes as one choice of the form: `counterId:…`, `service:…` or `skill:…`. */
  @Post(paths.transfer)
  transfer(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const [id, version] = [typed(body, 'ticket'), versionIn(body)];
    if (!isId(id)) throw notFound();
    return this.done(visit, async () => {
      const [, kind, target] = /^(counterId|service|skill):(.+)$/.exec(typed(body, 'to')) ?? [];
      const note = typed(body, 'note').trim();
      const request = requestOf(TransferRequest, { ...(kind && { [kind]: target }), note });
      await this.transfers.transfer(visit.caller, id, version, request);
      return `${paths.today}?done=${id}`;
    });
  }

  private async done(visit: GuardedVisit, change: () => Promise<unknown>) {
    try {
      const answer = await change();
      return this.pages.goTo(visit, typeof answer === 'string' ? answer : paths.today);
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
  }

  private async page(
    visit: GuardedVisit,
    { done, ...moment }: { nobody?: boolean; refused?: Refusal; done?: string },
  ) {
    const desk = await this.desk.of(visit.caller, done);
    return this.pages.show(visit, 'console/today', { ...desk, nobody: false, refused: null, ...moment });
  }
}
