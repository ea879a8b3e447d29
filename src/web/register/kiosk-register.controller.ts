import { Body, Get, Param, Post } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import type { FormBody } from '../forms/check-form.js';
import { PageController } from '../frame/page-controller.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { DonePages } from './done-pages.js';
import { RegisterJourney } from './register-journey.js';

/** The same questions on an enrolled kiosk. */
@PageController('kiosk/register')
export class KioskRegisterController {
  constructor(
    private readonly journey: RegisterJourney,
    private readonly done: DonePages,
  ) {}

  @Get('done')
  @Allow('kiosk')
  showDone(@CurrentVisit() visit: GuardedVisit) {
    return this.done.show(visit, 'kiosk');
  }

  @Get(':step')
  @Allow('kiosk')
  begin(@CurrentVisit() visit: GuardedVisit, @Param('step') step: string) {
    return this.journey.begin(visit, 'kiosk', step);
  }

  @Post(':step')
  @Allow('kiosk')
  answer(@CurrentVisit() visit: GuardedVisit, @Param('step') step: string, @Body() body: FormBody) {
    return this.journey.answer(visit, 'kiosk', step, body);
  }
}
