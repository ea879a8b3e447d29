import { Injectable } from '@nestjs/common';
import { DepartureSteps } from '../../../../departures/departure-steps.service.js';
import { DepartureRequest } from '../../../../departures/departures.dto.js';
import { DeparturesService } from '../../../../departures/departures.service.js';
import { type Caller, onlyPost } from '../../../../platform/auth/caller.js';
import { PostsService } from '../../../../posts/posts.service.js';
import { typed } from '../../../forms/check-form.js';
import { requestOf } from '../../../forms/request-of.js';
import { instantAt } from '../act-fields.js';
import type { CaseAct } from '../case-act.js';
import type { CaseSection, SentAct } from '../case-section.js';
import { unlessNone } from '../unless-none.js';

const OFFERS: Readonly<Record<string, readonly CaseAct[]>> = {
  none: ['departure-plan'],
  planned: ['departure-clear', 'departure-miss'],
  cleared: ['departure-board', 'departure-miss'],
  boarded: ['departure-depart', 'departure-miss'],
  departed: ['departure-arrive'],
  missed: ['departure-plan'],
};

/** The way home. */
@Injectable()
export class DepartureSectionOfCase implements CaseSection<'departure'> {
  readonly name = 'departure';
  readonly acts = {
    'departure-plan': async ({ caller, registrationId, fields, once }: SentAct) => {
      const { timeZone } = await this.posts.byId(onlyPost(caller));
      const scheduledAt = instantAt(typed(fields, 'scheduledAt'), timeZone);
      const route =
        typed(fields, 'route')
          .toUpperCase()
          .match(/[A-Z]+/g) ?? [];
      const request = requestOf(DepartureRequest, { ...fields, scheduledAt, route });
      return this.departures.plan(caller, registrationId, request, once);
    },
    'departure-clear': this.step('clear'),
    'departure-board': this.step('board'),
    'departure-depart': this.step('depart'),
    'departure-miss': this.step('miss'),
    'departure-arrive': this.step('arrive'),
  };

  constructor(
    private readonly departures: DeparturesService,
    private readonly steps: DepartureSteps,
    private readonly posts: PostsService,
  ) {}

  async read(caller: Caller, registrationId: string) {
    const departure = await unlessNone(this.departures.read(caller, registrationId));
    const offers = OFFERS[departure?.status ?? 'none'] ?? [];
    return { section: { departure }, offers, next: offers[0] };
  }

  private step(name: 'clear' | 'board' | 'depart' | 'miss' | 'arrive') {
    return ({ caller, subject, version }: SentAct) => this.steps[name](caller, subject, version);
  }
}
