import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { notFound } from '../../../platform/problems/problem.js';
import type { FormBody } from '../../forms/check-form.js';
import { answerTo } from '../../forms/refusal.js';
import { sentForm } from '../../forms/sent-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { BlankActs } from './blank-acts.js';
import { BlankPages } from './blank-pages.js';
import { BLANK_ACTS, type BlankAct } from './blanks.view.js';

/** The stock of blanks: received, counted, spoiled and destroyed by two. */
@PageController()
export class BlanksPageController {
  constructor(
    private readonly pages: Pages,
    private readonly blanks: BlankPages,
    private readonly acts: BlankActs,
  ) {}

  @Get(paths.blanks)
  @Allow('officer', 'approver', 'supervisor')
  async show(@CurrentVisit() visit: GuardedVisit, @Query('done') done: unknown) {
    const model = await this.blanks.of(visit.caller, { done: isAct(done) ? done : null });
    return this.pages.show(visit, 'console/blanks', model);
  }

  /** Does one act; where it is refused, shows the stock as it is now, why, and what had been typed. */
  @Post(paths.blanksAct(':act'))
  @Allow('officer', 'supervisor')
  async act(@CurrentVisit() visit: GuardedVisit, @Param('act') act: string, @Body() body: FormBody) {
    if (!isAct(act)) throw notFound();
    if (act === 'steal' && visit.caller.role !== 'supervisor') throw notFound();
    const sent = sentForm(visit, `blanks ${act}`, body);
    try {
      await this.acts.do(act, sent);
    } catch (error) {
      const moment = { act, values: sent.fields, ...answerTo(error, (name) => `${act}-${name}`) };
      return this.pages.show(visit, 'console/blanks', await this.blanks.of(visit.caller, moment));
    }
    return this.pages.goTo(visit, `${paths.blanks}?done=${act}`);
  }
}

const isAct = (text: unknown): text is BlankAct => (BLANK_ACTS as readonly unknown[]).includes(text);
