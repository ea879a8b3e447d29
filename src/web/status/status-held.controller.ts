import { Get } from '@nestjs/common';
import { OwnMessagesService } from '../../notifications/own/own-messages.service.js';
import { Allow } from '../../platform/auth/allow.js';
import { OwnLooksService } from '../../registrations/access/own-looks.service.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import type { LookResponse } from '../../registrations/registrations.dto.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { type Look, LOOKERS } from './status.view.js';

/** What is held about a person. */
@PageController()
export class StatusHeldController {
  constructor(
    private readonly pages: Pages,
    private readonly own: OwnRegistrationService,
    private readonly looks: OwnLooksService,
    private readonly messages: OwnMessagesService,
  ) {}

  @Get(paths.statusHeld)
  @Allow('person')
  async held(@CurrentVisit() visit: GuardedVisit) {
    const held = await this.own.read(visit.caller);
    const { items } = await this.looks.read(visit.caller);
    const { items: messages } = await this.messages.read(visit.caller);
    return this.pages.show(visit, 'status/held', { held, looks: items.map(lookOf), messages });
  }
}

const lookOf = ({ at, role }: LookResponse): Look => ({
  at,
  who: LOOKERS.find((known) => known === role) ?? 'other',
});
