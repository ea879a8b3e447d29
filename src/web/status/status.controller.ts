import { Get, Post } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { SessionCookies } from '../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { StatusReader } from './status-reader.js';

/** Where a person is on the way home, and what is held about them. */
@PageController()
export class StatusController {
  constructor(
    private readonly pages: Pages,
    private readonly status: StatusReader,
    private readonly own: OwnRegistrationService,
    private readonly sessions: SessionCookies,
  ) {}

  @Get(paths.status)
  @Allow('person')
  async show(@CurrentVisit() visit: GuardedVisit) {
    return this.pages.show(visit, 'status/status', await this.status.read(visit.caller));
  }

  @Get(paths.statusHeld)
  @Allow('person')
  async held(@CurrentVisit() visit: GuardedVisit) {
    return this.pages.show(visit, 'status/held', { held: await this.own.read(visit.caller) });
  }

  @Post(paths.statusSignOut)
  @Allow('person')
  async signOut(@CurrentVisit() visit: GuardedVisit) {
    await this.sessions.signOut(visit);
    return this.pages.goTo(visit, paths.start);
  }
}
