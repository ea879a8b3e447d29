import { Get, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { PlanQuery, type PlanResponse } from '../../../reports/planner/plan.dto.js';
import { PlanService } from '../../../reports/planner/plan.service.js';
import { errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import { requestOf } from '../../forms/request-of.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { chartsOf, TRIED } from './planner.view.js';

/** The surge planner: a form that only asks, so everything tried is in the address and changes nothing. */
@PageController()
export class PlannerController {
  constructor(
    private readonly pages: Pages,
    private readonly plans: PlanService,
  ) {}

  @Get(paths.planner)
  @Allow('supervisor')
  async show(@CurrentVisit() visit: GuardedVisit, @Query() query: FormBody) {
    const values = Object.fromEntries([...TRIED, 'by'].map((field) => [field, typed(query, field)]));
    const { plan, errors } = await this.read(visit, values);
    const model = {
      plan,
      last: plan.stages.at(-1)!,
      today: plan.days[0]!.day,
      charts: chartsOf(plan),
      values: { ...values, by: values['by'] || plan.by },
      tried: TRIED,
      trying: TRIED.some((field) => values[field] !== ''),
      errors,
    };
    return this.pages.show(visit, 'console/planner', model);
  }

  /** The plan asked for; where it cannot be made, the one of today and why. */
  private async read(
    { caller }: GuardedVisit,
    asked: FormBody,
  ): Promise<{ plan: PlanResponse; errors: FieldError[] }> {
    try {
      return { plan: await this.plans.read(caller, requestOf(PlanQuery, asked)), errors: [] };
    } catch (error) {
      const errors = errorsThrown(error);
      return { plan: await this.plans.read(caller, {}), errors };
    }
  }
}
