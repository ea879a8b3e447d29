import { Body, Get, Post } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { SearchService } from '../../../registrations/search/search.service.js';
import type { FieldError } from '../../forms/form.view.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { SEARCH_REASONS } from './search.view.js';

/** Opens a case by its exact reference, for a reason. The form is posted: nothing that is looked for stands in an address. */
@PageController()
@Allow('officer', 'protection', 'approver', 'supervisor')
export class SearchController {
  constructor(
    private readonly pages: Pages,
    private readonly search: SearchService,
  ) {}

  @Get(paths.caseSearch)
  form(@CurrentVisit() visit: GuardedVisit) {
    return this.pages.show(visit, 'console/search', { values: { reference: '', reason: '' }, errors: [] });
  }

  @Post(paths.caseSearch)
  async open(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const values = { reference: typed(body, 'reference').trim(), reason: typed(body, 'reason') };
    const errors = faultsOf(values);
    const found = errors.length === 0 ? (await this.search.search(visit.caller, values)).items[0] : undefined;
    if (found) return this.pages.goTo(visit, paths.case(found.id));
    const shown = errors.length > 0 ? errors : [{ field: 'reference', code: 'case-not-found' }];
    return this.pages.show(visit, 'console/search', { values, errors: shown }, 422);
  }
}

function faultsOf({ reference, reason }: { reference: string; reason: string }): FieldError[] {
  return [
    ...(reference === '' || reference.length > 40 ? [{ field: 'reference', code: 'reference' }] : []),
    ...((SEARCH_REASONS as readonly string[]).includes(reason)
      ? []
      : [{ field: 'reason', code: 'reason-required' }]),
  ];
}
