import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { notFound } from '../../../platform/problems/problem.js';
import type { FormBody } from '../../forms/check-form.js';
import { answerTo } from '../../forms/refusal.js';
import { sentForm } from '../../forms/sent-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { CASE_ACTS, type CaseAct } from './case-act.js';
import { CasePages } from './case-page.js';
import { CaseSections } from './case-sections.js';

/** Acts that approve an identity or a document, or open alone what nobody sees alone. */
const ASKED_AGAIN: readonly CaseAct[] = [
  'identity-decision',
  'document-approve',
  'whereabouts-danger',
  'statements-danger',
];

/** One person's case on one screen. Its address bears an id that says nothing about the person. */
@PageController('console/cases/:id')
@Allow('officer', 'protection', 'approver', 'supervisor')
export class CaseController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CasePages,
    private readonly sections: CaseSections,
  ) {}

  @Get()
  async show(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('done') done: unknown,
  ) {
    const model = await this.cases.of(visit.caller, id, { done: isAct(done) ? done : null });
    return this.pages.show(visit, 'console/case', model);
  }

  /** Does one act; where it is refused, shows the case as it is now, why, and what had been typed. */
  @Post(':act')
  @AskAgain('second-factor', ({ params }) => ASKED_AGAIN.includes((params as { act: CaseAct }).act))
  async act(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('act') act: string,
    @Body() body: FormBody,
  ) {
    if (!isAct(act)) throw notFound();
    const sent = { ...sentForm(visit, `case ${id} ${act}`, body), registrationId: id };
    try {
      await this.sections.do(act, sent);
    } catch (error) {
      const { errors, refused: why } = answerTo(error, (name) => `${act}-${name}`);
      const refused = { act, why, values: sent.fields };
      const model = await this.cases.of(visit.caller, id, { refused, errors });
      return this.pages.show(visit, 'console/case', model, why?.status);
    }
    return this.pages.goTo(visit, `${paths.case(id)}?done=${act}`);
  }
}

const isAct = (text: unknown): text is CaseAct => (CASE_ACTS as readonly unknown[]).includes(text);
