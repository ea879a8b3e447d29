import { Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { StatementsService } from '../../../identity/statements.service.js';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { DISCLOSERS } from '../../../registrations/disclosure/second-person/second-person-state.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { CasePages } from './case-page.js';

/** Shows what evidence says, in the answer to that one question and never again. Why is what the second person was told. */
@PageController('console/cases/:id/statements')
export class StatementsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CasePages,
    private readonly statements: StatementsService,
  ) {}

  @Post()
  @Allow(...DISCLOSERS)
  @AskAgain()
  async show(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    const { statements } = await this.statements.disclose(visit.caller, id, 'second-person-agreed');
    return this.pages.show(visit, 'console/case', await this.cases.of(visit.caller, id, { statements }));
  }
}
