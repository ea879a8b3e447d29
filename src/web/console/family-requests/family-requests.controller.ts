import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { FamilyAnswers } from '../../../identity/family/family-answers.service.js';
import { FamilyAnswerRequest } from '../../../identity/family/family.dto.js';
import { Allow } from '../../../platform/auth/allow.js';
import { printedBirthDate } from '../../../travel-documents/issuance/printed-birth-date.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { answerTo } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { FamilyRequestsPage } from './family-requests.view.js';

/** The home ministry's side of asking families. */
@PageController()
@Allow('home-agency')
export class FamilyRequestsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly answers: FamilyAnswers,
  ) {}

  @Get(paths.familyRequests)
  show(@CurrentVisit() visit: GuardedVisit, @Query('done') done?: string) {
    return this.page(visit, { done: done !== undefined });
  }

  @Post(paths.familyAnswer(':id'))
  async answer(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    const said = typed(body, 'confirms');
    try {
      const answer = requestOf(FamilyAnswerRequest, {
        answer: typed(body, 'answer'),
        ...(said !== '' && { confirms: said === 'yes' }),
      });
      await this.answers.answer(visit.caller, id, answer);
    } catch (error) {
      return this.page(visit, { at: id, values: body, ...answerTo(error, (name) => `${name}-${id}`) });
    }
    return this.pages.goTo(visit, `${paths.familyRequests}?done`);
  }

  private async page(visit: GuardedVisit, moment: Partial<FamilyRequestsPage>) {
    const { items } = await this.answers.open(visit.caller);
    const model: FamilyRequestsPage = {
      requests: items.map((item) => ({ ...item, born: printedBirthDate(item.birthDate) })),
      at: null,
      values: {},
      errors: [],
      refused: null,
      done: false,
      ...moment,
    };
    return this.pages.show(visit, 'console/family-requests', model);
  }
}
