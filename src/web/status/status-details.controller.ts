import { Body, Get, Post } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { latinDigits } from '../../platform/i18n/latin-digits.js';
import { OwnDetailsService } from '../../registrations/access/own-details.service.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import type { Need } from '../../registrations/needs.js';
import type { HomeChangeRequest } from '../../registrations/registrations.dto.js';
import { checkForm, errorsOfChange, type FormBody, ticked, typed } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { DANGER } from '../register/answers.js';
import { OwnForms } from './own-forms.js';
import { HomeForm, NeedsForm } from './status-forms.js';
import type { StatusHomePage, StatusNeedsPage } from './status.view.js';

const HOME_PLACES = { '/family/phone': 'familyPhone', '/family/name': 'familyName' };

/** What a person needs now, and what they told of home and family. */
@PageController()
export class StatusDetailsController {
  constructor(
    private readonly pages: Pages,
    private readonly own: OwnRegistrationService,
    private readonly details: OwnDetailsService,
    private readonly forms: OwnForms,
  ) {}

  @Get(paths.statusNeeds)
  @Allow('person')
  async needs(@CurrentVisit() visit: GuardedVisit) {
    const { needs, version } = await this.own.read(visit.caller);
    const safe = needs.includes(DANGER) ? 'no' : 'yes';
    return this.needsForm(visit, String(version), { needs, safe });
  }

  @Post(paths.statusNeeds)
  @Allow('person')
  async changeNeeds(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const values = { needs: ticked(body, 'needs'), safe: typed(body, 'safe') };
    const checked = checkForm(NeedsForm, { ...body, needs: values.needs });
    if (!checked.ok) return this.needsForm(visit, typed(body, 'version'), values, checked.errors);
    const { needs, safe, version } = checked.value;
    const danger: Need[] = safe === 'no' ? [DANGER] : [];
    try {
      await this.details.changeNeeds(visit.caller, version, [...danger, ...needs]);
    } catch (error) {
      return this.needsForm(visit, String(version), values, errorsOfChange(error));
    }
    return this.pages.goTo(visit, paths.statusSaved);
  }

  @Get(paths.statusHome)
  @Allow('person')
  async home(@CurrentVisit() visit: GuardedVisit) {
    const { home, version } = await this.own.read(visit.caller);
    const { address: homeAddress = '', family } = home;
    const { name: familyName = '', relation: familyRelation = '', phone: familyPhone = '' } = family ?? {};
    const values = { homeAddress, familyName, familyRelation, familyPhone };
    return this.homeForm(visit, String(version), values);
  }

  @Post(paths.statusHome)
  @Allow('person')
  async changeHome(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const checked = checkForm(HomeForm, body);
    const [homeAddress, familyName, familyRelation, familyPhone, version] = [
      ...['homeAddress', 'familyName', 'familyRelation', 'familyPhone', 'version'],
    ].map((name) => ticked(body, name)[0] ?? '') as [string, string, string, string, string];
    const errors = checked.ok ? await this.saveHome(visit, checked.value) : checked.errors;
    if (errors.length === 0) return this.pages.goTo(visit, paths.statusSaved);
    return this.homeForm(visit, version, { homeAddress, familyName, familyRelation, familyPhone }, errors);
  }

  private async saveHome(visit: GuardedVisit, form: HomeForm): Promise<FieldError[]> {
    const { version, homeAddress: address, familyName: name, familyRelation: relation, familyPhone } = form;
    if (name === undefined && (relation ?? familyPhone) !== undefined)
      return [{ field: 'familyName', code: 'required' }];
    const phone = familyPhone === undefined ? undefined : latinDigits(familyPhone);
    const change: HomeChangeRequest = {
      address,
      family: name === undefined ? undefined : { name, relation, phone },
    };
    try {
      await this.details.changeHome(visit.caller, version, change);
      return [];
    } catch (error) {
      return errorsOfChange(error, HOME_PLACES);
    }
  }

  private async needsForm(
    visit: GuardedVisit,
    version: string,
    values: StatusNeedsPage['values'],
    errors: readonly FieldError[] = [],
  ) {
    const form = await this.forms.again(visit, paths.statusNeeds, version, errors);
    return this.pages.show(visit, 'status/needs', { form, values });
  }

  private async homeForm(
    visit: GuardedVisit,
    version: string,
    values: StatusHomePage['values'],
    errors: readonly FieldError[] = [],
  ) {
    const form = await this.forms.again(visit, paths.statusHome, version, errors);
    return this.pages.show(visit, 'status/home', { form, values });
  }
}
