import { Get, Post, Query } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { OwnMessagesService } from '../../notifications/own/own-messages.service.js';
import { OwnLooksService } from '../../registrations/access/own-looks.service.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { SessionCookies } from '../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import type { LookResponse } from '../../registrations/registrations.dto.js';
import { StatusReader } from './status-reader.js';
import { type Look, LOOKERS } from './status.view.js';

/** Where a person is on the way home, and what is held about them. */
@PageController()
export class StatusController {
  constructor(
    private readonly pages: Pages,
    private readonly status: StatusReader,
    private readonly own: OwnRegistrationService,
    private readonly looks: OwnLooksService,
    private readonly messages: OwnMessagesService,
    private readonly sessions: SessionCookies,
  ) {}

  @Get(paths.status)
  @Allow('person')
  async show(@CurrentVisit() visit: GuardedVisit, @Query('saved') saved?: string) {
    const standing = await this.status.read(visit.caller);
    return this.pages.show(visit, 'status/status', { ...standing, saved: saved !== undefined });
  }

  @Get(paths.statusHeld)
  @Allow('person')
  async held(@CurrentVisit() visit: GuardedVisit) {
    const held = await this.own.read(visit.caller);
    const { items } = await this.looks.read(visit.caller);
    const { items: messages } = await this.messages.read(visit.caller);
    return this.pages.show(visit, 'status/held', { held, looks: items.map(lookOf), messages });
  }

  @Post(paths.statusSignOut)
  @Allow('person')
  async signOut(@CurrentVisit() visit: GuardedVisit) {
    await this.sessions.signOut(visit);
    return this.pages.goTo(visit, paths.start);
  }
}

const lookOf = ({ at, role }: LookResponse): Look => ({
  at,
  who: LOOKERS.find((known) => known === role) ?? 'other',
});
