import { Body, Get, Post } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { OwnContactService } from '../../registrations/access/own-contact.service.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import { checkForm, errorsOfChange, type FieldPlaces, type FormBody, typed } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { versionedForm } from '../forms/versioned-form.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { OwnForms } from './own-forms.js';
import { contactRequest, contactTyped, contactValues } from './contact-form.js';
import { ContactForm, WithdrawForm } from './status-forms.js';
import type { StatusContactPage } from './status.view.js';

/** What a person changes in their own registration. */
@PageController()
export class StatusChangesController {
  constructor(
    private readonly pages: Pages,
    private readonly own: OwnRegistrationService,
    private readonly ownContact: OwnContactService,
    private readonly forms: OwnForms,
  ) {}

  @Get(paths.statusContact)
  @Allow('person')
  async contact(@CurrentVisit() visit: GuardedVisit) {
    const { contact, version } = await this.own.read(visit.caller);
    return this.contactForm(visit, String(version), contactValues(contact));
  }

  @Post(paths.statusContact)
  @Allow('person')
  async changeContact(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { version, ...typedIn } = body ?? {};
    const values = contactTyped(typedIn);
    const errors = await this.change(visit, { ...contactRequest(values), version }, values);
    if (errors.length === 0) return this.pages.goTo(visit, paths.statusSaved);
    return this.contactForm(visit, typed(body, 'version'), values, errors);
  }

  @Get(paths.statusWithdraw)
  @Allow('person')
  async withdrawal(@CurrentVisit() visit: GuardedVisit) {
    return this.withdrawForm(visit, []);
  }

  @Post(paths.statusWithdraw)
  @Allow('person')
  async withdraw(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const checked = checkForm(WithdrawForm, body);
    if (!checked.ok) return this.withdrawForm(visit, checked.errors);
    await this.own.withdraw(visit.caller, checked.value.version);
    return this.pages.goTo(visit, paths.status);
  }

  private async change(
    visit: GuardedVisit,
    request: FormBody,
    { method, cannotSpeak }: StatusContactPage['values'],
  ): Promise<FieldError[]> {
    const places: FieldPlaces = method === 'somebody' ? { '/phone': 'throughPhone' } : {};
    const checked = checkForm(ContactForm, request);
    if (!checked.ok) return checked.errors;
    const { version, helpWord, ...change } = checked.value;
    try {
      const also = { helpWord, cannotSpeak: cannotSpeak === 'yes' };
      await this.ownContact.change(visit.caller, version, change, also);
      return [];
    } catch (error) {
      return errorsOfChange(error, places);
    }
  }

  private async contactForm(
    visit: GuardedVisit,
    version: string,
    values: StatusContactPage['values'],
    errors: readonly FieldError[] = [],
  ) {
    const form = await this.forms.again(visit, paths.statusContact, version, errors);
    return this.pages.show(visit, 'status/contact', { form, values });
  }

  private async withdrawForm(visit: GuardedVisit, errors: readonly FieldError[]) {
    const { reference, version } = await this.own.read(visit.caller);
    const form = versionedForm(paths.statusWithdraw, version, errors);
    return this.pages.show(visit, 'status/withdraw', { form, reference });
  }
}
