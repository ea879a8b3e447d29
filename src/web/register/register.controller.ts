import { Body, Get, Param, Post } from '@nestjs/common';
import { AllowEveryone } from '../../platform/auth/allow.js';
import type { FormBody } from '../forms/check-form.js';
import { PageController } from '../frame/page-controller.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { DonePages } from './done-pages.js';
import { RegisterJourney } from './register-journey.js';

/** Registering on one's own phone, or a borrowed one. */
@PageController('register')
export class RegisterController {
  constructor(
    private readonly journey: RegisterJourney,
    private readonly done: DonePages,
  ) {}

  @Get()
  @AllowEveryone()
  start(@CurrentVisit() visit: GuardedVisit) {
    return this.journey.begin(visit, 'web', '');
  }

  @Get('done')
  @AllowEveryone()
  showDone(@CurrentVisit() visit: GuardedVisit) {
    return this.done.show(visit, 'web');
  }

  @Get(':step')
  @AllowEveryone()
  begin(@CurrentVisit() visit: GuardedVisit, @Param('step') step: string) {
    return this.journey.begin(visit, 'web', step);
  }

  @Post(':step')
  @AllowEveryone()
  answer(@CurrentVisit() visit: GuardedVisit, @Param('step') step: string, @Body() body: FormBody) {
    return this.journey.answer(visit, 'web', step, body);
  }
}
