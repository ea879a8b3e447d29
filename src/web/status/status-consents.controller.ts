import { Body, Get, Post } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { OwnConsentsService } from '../../registrations/access/own-consents.service.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import { ASKED_CONSENTS, NEEDED_CONSENT } from '../../registrations/consent-purposes.js';
import { checkForm, errorsOfChange, type FormBody, ticked, typed } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { OwnForms } from './own-forms.js';
import { ConsentsForm } from './status-forms.js';

/** Lets a person change their mind about what may be done with their answers. */
@PageController(paths.statusConsents)
export class StatusConsentsController {
  constructor(
    private readonly pages: Pages,
    private readonly own: OwnRegistrationService,
    private readonly ownConsents: OwnConsentsService,
    private readonly forms: OwnForms,
  ) {}

  @Get()
  @Allow('person')
  async show(@CurrentVisit() visit: GuardedVisit) {
    const { consents: agreed, version } = await this.own.read(visit.caller);
    return this.form(visit, String(version), agreed, []);
  }

  @Post()
  @Allow('person')
  async change(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const agreed = ticked(body, 'consents');
    const checked = checkForm(ConsentsForm, { ...body, consents: agreed });
    if (!checked.ok) return this.form(visit, typed(body, 'version'), agreed, checked.errors);
    const { consents, version } = checked.value;
    try {
      await this.ownConsents.change(visit.caller, version, [NEEDED_CONSENT, ...consents]);
    } catch (error) {
      return this.form(visit, String(version), agreed, errorsOfChange(error));
    }
    return this.pages.goTo(visit, paths.statusSaved);
  }

  private async form(
    visit: GuardedVisit,
    version: string,
    agreed: readonly string[],
    errors: readonly FieldError[],
  ) {
    const form = await this.forms.again(visit, paths.statusConsents, version, errors);
    const page = { form, purposes: ASKED_CONSENTS, agreed };
    return this.pages.show(visit, 'status/consents', page);
  }
}
