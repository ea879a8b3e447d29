import { Body, Get, Post } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { OwnConsentsService } from '../../registrations/access/own-consents.service.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import { ASKED_CONSENTS, NEEDED_CONSENT } from '../../registrations/consent-purposes.js';
import { type FormBody, ticked } from '../forms/check-form.js';
import { requestOf } from '../forms/request-of.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { ConsentsForm } from './status-forms.js';

/** Lets a person change their mind about what may be done with their answers. */
@PageController(paths.statusConsents)
export class StatusConsentsController {
  constructor(
    private readonly pages: Pages,
    private readonly own: OwnRegistrationService,
    private readonly ownConsents: OwnConsentsService,
  ) {}

  @Get()
  @Allow('person')
  async show(@CurrentVisit() visit: GuardedVisit) {
    const { consents: agreed, version } = await this.own.read(visit.caller);
    const hidden = [{ name: 'version', value: String(version) }];
    const form = { action: paths.statusConsents, hidden, errors: [] };
    return this.pages.show(visit, 'status/consents', { form, purposes: ASKED_CONSENTS, agreed });
  }

  @Post()
  @Allow('person')
  async change(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { consents, version } = requestOf(ConsentsForm, { ...body, consents: ticked(body, 'consents') });
    await this.ownConsents.change(visit.caller, version, [NEEDED_CONSENT, ...consents]);
    return this.pages.goTo(visit, paths.status);
  }
}
