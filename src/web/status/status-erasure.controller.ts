import { Body, Get, Post } from '@nestjs/common';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import { Allow } from '../../platform/auth/allow.js';
import { unlessNone } from '../../platform/problems/unless-none.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import type { ErasureResponse } from '../../registrations/erasure/erasure.dto.js';
import { OwnErasureService } from '../../registrations/erasure/own-erasure.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import { checkForm, type FormBody } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { requestOf } from '../forms/request-of.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { EraseForm, VersionForm } from './status-forms.js';

/** Lets a person ask to be erased, in two steps with what is lost, and think better of it. */
@PageController(paths.statusErasure)
export class StatusErasureController {
  constructor(
    private readonly pages: Pages,
    private readonly erasure: OwnErasureService,
    private readonly own: OwnRegistrationService,
    private readonly kept: KeptCase,
  ) {}

  @Get()
  @Allow('person')
  async show(@CurrentVisit() visit: GuardedVisit) {
    const erasure = await unlessNone(this.erasure.read(visit.caller));
    return this.page(visit, 'status/erasure', erasure, paths.statusErasure);
  }

  @Post()
  @Allow('person')
  async ask(@CurrentVisit() visit: GuardedVisit) {
    const { status } = await this.erasure.ask(visit.caller);
    return this.pages.goTo(visit, status === 'asked' ? paths.statusErasureConfirm : paths.statusErasure);
  }

  @Get('confirm')
  @Allow('person')
  confirmation(@CurrentVisit() visit: GuardedVisit) {
    return this.lastQuestion(visit, []);
  }

  @Post('confirm')
  @Allow('person')
  async confirm(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const checked = checkForm(EraseForm, body);
    if (!checked.ok) return this.lastQuestion(visit, checked.errors);
    await this.erasure.confirm(visit.caller, checked.value.version);
    return this.pages.goTo(visit, paths.statusErasure);
  }

  @Post('cancel')
  @Allow('person')
  async cancel(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    await this.erasure.cancel(visit.caller, requestOf(VersionForm, body).version);
    return this.pages.goTo(visit, paths.statusErasure);
  }

  private async lastQuestion(visit: GuardedVisit, errors: readonly FieldError[]) {
    const erasure = await unlessNone(this.erasure.read(visit.caller));
    if (erasure?.status !== 'asked') return this.pages.goTo(visit, paths.statusErasure);
    return this.page(visit, 'status/erasure-confirm', erasure, paths.statusErasureConfirm, errors);
  }

  private async page(
    visit: GuardedVisit,
    name: 'status/erasure' | 'status/erasure-confirm',
    erasure: ErasureResponse | null,
    action: string,
    errors: readonly FieldError[] = [],
  ) {
    const { caller } = visit;
    const { status } = await (caller.duress ? this.own.read(caller) : this.kept.ofCaller(caller));
    const hidden = erasure ? [{ name: 'version', value: String(erasure.version) }] : [];
    return this.pages.show(visit, name, { form: { action, hidden, errors }, erasure, open: isOpen(status) });
  }
}
