import { Body, Get, Param, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { AllowEveryone } from '../../platform/auth/allow.js';
import type { FormBody } from '../forms/check-form.js';
import { PageController } from '../frame/page-controller.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { DonePages } from './done-pages.js';
import { RegisterJourney } from './register-journey.js';
import { SavingPages } from './saving-pages.js';

/** Registering on one's own phone, or a borrowed one. */
@PageController('register')
export class RegisterController {
  constructor(
    private readonly journey: RegisterJourney,
    private readonly done: DonePages,
    private readonly saving: SavingPages,
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

  /** Goes on with a registration that was saved. */
  @Get('return')
  @AllowEveryone()
  askCodes(@CurrentVisit() visit: GuardedVisit) {
    return this.saving.ask(visit);
  }

  @Post('return')
  @AllowEveryone()
  @Throttle({ default: { limit: 3000, ttl: 60_000 } })
  return(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    return this.saving.return(visit, body);
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
