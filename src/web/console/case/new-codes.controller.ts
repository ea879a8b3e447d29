import { Body, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { onlyPost } from '../../../platform/auth/caller.js';
import { PostsService } from '../../../posts/posts.service.js';
import { NewCodesRequest } from '../../../registrations/access/access.dto.js';
import { NewCodes } from '../../../registrations/access/new-codes.service.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { answerTo } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { type SentForm, sentForm } from '../../forms/sent-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { ReceiptCookie } from '../../receipt/receipt-cookie.js';
import { Receipts } from '../../receipt/receipts.js';
import { CasePages } from './case-page.js';

const ACT = 'new-codes';

/** Gives somebody who is there new codes, and shows them to be printed until they are handed over. */
@PageController('console/cases/:id')
@Allow('officer', 'protection')
export class NewCodesController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CasePages,
    private readonly codes: NewCodes,
    private readonly posts: PostsService,
    private readonly cookie: ReceiptCookie,
    private readonly receipts: Receipts,
  ) {}

  @Post(ACT)
  @AskAgain()
  async give(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    const { caller } = visit;
    const { version, fields, once } = sentForm(visit, `case ${id} ${ACT}`, body);
    try {
      const receipt = await this.codes.give(caller, id, version, requestIn(fields), once);
      const { code: post } = await this.posts.byId(onlyPost(caller));
      this.cookie.set(visit, [{ ...receipt, post, who: '' }]);
    } catch (error) {
      const { errors, refused: why } = answerTo(error, (name) => `${ACT}-${name}`);
      const refused = { act: ACT, why, values: fields } as const;
      const model = await this.cases.of(caller, id, { refused, errors });
      return this.pages.show(visit, 'console/case', model, why?.status);
    }
    return this.pages.goTo(visit, paths.caseReceipt(id));
  }

  /** As often as it takes to print them, while they are at hand; the receipt in the person's language. */
  @Get('receipt')
  async show(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    const fresh = this.cookie.read(visit);
    if (fresh?.[0]?.id !== id) return this.pages.goTo(visit, paths.case(id));
    const { receipt } = await this.receipts.allFresh(fresh);
    const { language } = (await this.cases.of(visit.caller, id)).person;
    return this.pages.show(visit, 'console/new-codes', { id, receipt, language });
  }

  /** The person has them: nothing of them stays at this counter. */
  @Post('receipt')
  handedOver(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    this.cookie.clear(visit);
    return this.pages.goTo(visit, `${paths.case(id)}?done=${ACT}`);
  }
}

const requestIn = (fields: SentForm['fields']) =>
  requestOf(NewCodesRequest, { ...fields, personIsHere: typed(fields, 'personIsHere') === 'yes' });
