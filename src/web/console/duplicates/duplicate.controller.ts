import { Body, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { MergeUndoing } from '../../../duplicates/merging/merge-undoing.service.js';
import { DuplicateDecisionRequest, PairDisclosureRequest } from '../../../duplicates/pairs/duplicates.dto.js';
import { PairDecisions } from '../../../duplicates/pairs/pair-decisions.service.js';
import { PairDisclosure } from '../../../duplicates/pairs/pair-disclosure.service.js';
import { PAIR_TRANSITIONS } from '../../../duplicates/pairs/pair-status.js';
import { PairsService } from '../../../duplicates/pairs/pairs.service.js';
import { Allow } from '../../../platform/auth/allow.js';
import { checkForm, type FormBody, typed } from '../../forms/check-form.js';
import { refusalOf } from '../../forms/refusal.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { type DuplicatePage, percentOf, toReasonView } from './duplicates.view.js';

type Moment = Partial<Pick<DuplicatePage, 'revealed' | 'refused' | 'errors'>>;

/** Two registrations side by side: what speaks for one person, and the decision. */
@PageController()
@Allow('protection', 'supervisor')
export class DuplicatePageController {
  constructor(
    private readonly pages: Pages,
    private readonly pairs: PairsService,
    private readonly decisions: PairDecisions,
    private readonly disclosure: PairDisclosure,
    private readonly undoing: MergeUndoing,
  ) {}

  @Get(paths.duplicate(':id'))
  show(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    return this.page(visit, id, {});
  }

  /** After a decision, the list: the next pair waits there. */
  @Post(paths.duplicateAct(':id', 'decision'))
  async decide(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    const { version: _, ...fields } = body ?? {};
    const form = checkForm(DuplicateDecisionRequest, fields);
    if (!form.ok) return this.page(visit, id, { errors: form.errors });
    return this.done(visit, id, () => this.decisions.decide(visit.caller, id, versionIn(body), form.value));
  }

  /** Shows both in clear, in the answer to that one question and never again. */
  @Post(paths.duplicateAct(':id', 'reveal'))
  async reveal(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    const form = checkForm(PairDisclosureRequest, body);
    if (!form.ok) return this.page(visit, id, { errors: [{ field: 'reason', code: 'reason-required' }] });
    return this.page(visit, id, {
      revealed: await this.disclosure.disclose(visit.caller, id, form.value.reason),
    });
  }

  @Post(paths.mergeUndo(':id'))
  async undo(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    const pair = typed(body, 'pair');
    return this.done(visit, pair, () => this.undoing.undo(visit.caller, id, versionIn(body)));
  }

  private async done(visit: GuardedVisit, pairId: string, act: () => Promise<unknown>) {
    try {
      await act();
    } catch (error) {
      return this.page(visit, pairId, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, paths.duplicates);
  }

  private async page(visit: GuardedVisit, id: string, moment: Moment) {
    const pair = await this.pairs.read(visit.caller, id);
    const model: DuplicatePage = {
      pair,
      reasons: pair.reasons.map(toReasonView),
      percent: percentOf(pair.probability),
      decisions: PAIR_TRANSITIONS[pair.status],
      revealed: null,
      refused: null,
      errors: [],
      ...moment,
    };
    return this.pages.show(visit, 'console/duplicate', model);
  }
}
