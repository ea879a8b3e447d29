import { Body, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { tellsWhere } from '../../../registrations/disclosure/disclosure.dto.js';
import { DISCLOSERS } from '../../../registrations/disclosure/second-person/second-person-state.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { REVEAL_REASONS, REVEALED_FOR, type RevealReason } from './case-act.js';
import { CasePages } from './case-page.js';
import { PersonSection } from './sections/person.section.js';

/** Shows masked details for a reason, in the answer to that one question and never again. */
@PageController('console/cases/:id/reveal')
export class RevealController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CasePages,
    private readonly person: PersonSection,
  ) {}

  @Post()
  @Allow(...DISCLOSERS)
  @AskAgain('second-factor', ({ body }) => opensWhere(typed(body as FormBody, 'reason')))
  async reveal(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    const reason = typed(body, 'reason');
    if (!isReason(reason)) {
      const errors = [{ field: 'reveal-reason', code: 'reason-required' }];
      const refused = { act: 'reveal' as const, why: null, values: {} };
      return this.pages.show(
        visit,
        'console/case',
        await this.cases.of(visit.caller, id, { refused, errors }),
        422,
      );
    }
    const revealed = await this.person.reveal(visit.caller, id, reason);
    return this.pages.show(visit, 'console/case', await this.cases.of(visit.caller, id, { revealed }));
  }
}

const opensWhere = (reason: string): boolean => isReason(reason) && tellsWhere(REVEALED_FOR[reason]);

const isReason = (text: string): text is RevealReason => (REVEAL_REASONS as readonly string[]).includes(text);
