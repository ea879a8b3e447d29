import { Body, Get, Post } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { OwnPapersService } from '../../registrations/access/own-papers.service.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import {
  checkForm,
  errorsOfChange,
  type FormBody,
  isOutdated,
  requireKnown,
  typed,
} from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { versionedForm } from '../forms/versioned-form.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { NO_ANSWERS } from '../register/answers.js';
import { STEP_FIELDS } from '../register/register-step.js';
import { questionErrors } from '../register/report-faults.js';
import { partOf } from '../register/report.js';
import { PapersForm } from './status-forms.js';
import type { StatusPapersPage } from './status.view.js';

const FIELDS = STEP_FIELDS.papers;
/** Papers are judged alike on every day. */
const NO_DAY = '';
type Values = StatusPapersPage['values'];

/** A paper that somebody found after they had registered. */
@PageController(paths.statusPapers)
@Allow('person')
export class StatusPapersController {
  constructor(
    private readonly pages: Pages,
    private readonly own: OwnRegistrationService,
    private readonly papers: OwnPapersService,
  ) {}

  @Get()
  async show(@CurrentVisit() visit: GuardedVisit) {
    return this.form(visit, valuesOf({}));
  }

  @Post()
  async add(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    requireKnown(body, [...FIELDS, 'version']);
    const values = valuesOf(body);
    const version = typed(body, 'version');
    const errors = await this.save(visit, values, version);
    if (errors.length === 0) return this.pages.goTo(visit, paths.statusSaved);
    return this.form(visit, values, version, errors);
  }

  private async save(visit: GuardedVisit, values: Values, seen: string): Promise<FieldError[]> {
    const answers = { ...NO_ANSWERS, ...values };
    const errors = questionErrors('papers', answers, NO_DAY);
    if (errors.length > 0) return errors;
    const checked = checkForm(PapersForm, { ...partOf('papers', answers), version: seen });
    if (!checked.ok) return checked.errors;
    const { version, ...found } = checked.value;
    try {
      await this.papers.add(visit.caller, version, found);
      return [];
    } catch (error) {
      return errorsOfChange(error);
    }
  }

  private async form(visit: GuardedVisit, values: Values, seen?: string, errors: readonly FieldError[] = []) {
    const { identity, version } = await this.own.read(visit.caller);
    const told = FIELDS.filter((name) => identity[name] !== undefined);
    const form = versionedForm(paths.statusPapers, isOutdated(errors) ? version : (seen ?? version), errors);
    return this.pages.show(visit, 'status/papers', { form, values, told });
  }
}

const valuesOf = (body: FormBody): Values =>
  Object.fromEntries(FIELDS.map((name) => [name, typed(body, name)])) as Values;
