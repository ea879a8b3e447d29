import { Get, Post, Query } from '@nestjs/common';
import { OwnCalendar } from '../../appointments/own/own-calendar.service.js';
import { Allow } from '../../platform/auth/allow.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { SessionCookies } from '../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { StatusReader } from './status-reader.js';

/** Where a person is on the way home. */
@PageController()
export class StatusController {
  constructor(
    private readonly pages: Pages,
    private readonly status: StatusReader,
    private readonly calendar: OwnCalendar,
    private readonly sessions: SessionCookies,
  ) {}

  @Get(paths.status)
  @Allow('person')
  async show(@CurrentVisit() visit: GuardedVisit, @Query('saved') saved?: string) {
    const standing = await this.status.read(visit.caller);
    const cancelled = standing.next === 'closed' && (await this.calendar.cancelled(visit.caller));
    return this.pages.show(visit, 'status/status', { ...standing, cancelled, saved: saved !== undefined });
  }

  @Post(paths.statusSignOut)
  @Allow('person')
  async signOut(@CurrentVisit() visit: GuardedVisit) {
    await this.sessions.signOut(visit);
    return this.pages.goTo(visit, paths.start);
  }
}
