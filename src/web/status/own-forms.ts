import { Injectable } from '@nestjs/common';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import { isOutdated } from '../forms/check-form.js';
import type { FieldError, FormView } from '../forms/form.view.js';
import { versionedForm } from '../forms/versioned-form.js';
import type { GuardedVisit } from '../frame/visit.js';

/** Forms of a person's own registration that come back with what was typed. */
@Injectable()
export class OwnForms {
  constructor(private readonly own: OwnRegistrationService) {}

  /** Where the registration was changed meanwhile, in its present version: the person was told, and whoever sends it again means it. */
  async again(
    { caller }: GuardedVisit,
    action: string,
    seen: string,
    errors: readonly FieldError[],
  ): Promise<FormView> {
    const version = isOutdated(errors) ? (await this.own.read(caller)).version : seen;
    return versionedForm(action, version, errors);
  }
}
