import { Injectable } from '@nestjs/common';
import { DepartureSteps } from '../../../../departures/departure-steps.service.js';
import { DepartureMove } from '../../../../departures/departure-move.service.js';
import {
  DepartureMoveRequest,
  DepartureRequest,
  DepartureStepRequest,
} from '../../../../departures/departures.dto.js';
import { DeparturesService } from '../../../../departures/departures.service.js';
import { type Caller, onlyPost } from '../../../../platform/auth/caller.js';
import { Clock } from '../../../../platform/clock/clock.js';
import { PostsService } from '../../../../posts/posts.service.js';
import { type FormBody, typed } from '../../../forms/check-form.js';
import { requestOf } from '../../../forms/request-of.js';
import { instantAt } from '../../../forms/typed-values.js';
import type { CaseSection, SentAct } from '../case-section.js';
import { departureOffers } from '../departure-offers.js';
import { roleMay } from '../who-may.js';
import { unlessNone } from '../../../../platform/problems/unless-none.js';

/** The way home. */
@Injectable()
export class DepartureSectionOfCase implements CaseSection<'departure'> {
  readonly name = 'departure';
  readonly acts = {
    'departure-plan': async ({ caller, registrationId, fields, once }: SentAct) => {
      const scheduledAt = await this.instant(caller, fields, 'scheduledAt');
      const route =
        typed(fields, 'route')
          .toUpperCase()
          .match(/[A-Z]+/g) ?? [];
      const request = requestOf(DepartureRequest, { ...fields, scheduledAt, route });
      return this.departures.plan(caller, registrationId, request, once);
    },
    'departure-move': async ({ caller, subject, version, fields }: SentAct) => {
      const scheduledAt = await this.instant(caller, fields, 'scheduledAt');
      return this.moves.move(caller, subject, version, requestOf(DepartureMoveRequest, { scheduledAt }));
    },
    'departure-clear': ({ caller, subject, version }: SentAct) => this.steps.clear(caller, subject, version),
    'departure-board': this.step('board'),
    'departure-depart': this.step('depart'),
    'departure-miss': ({ caller, subject, version }: SentAct) => this.steps.miss(caller, subject, version),
    'departure-arrive': this.step('arrive'),
  };

  constructor(
    private readonly departures: DeparturesService,
    private readonly steps: DepartureSteps,
    private readonly moves: DepartureMove,
    private readonly posts: PostsService,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, registrationId: string) {
    const departure = await unlessNone(this.departures.read(caller, registrationId));
    const { timeZone } = await this.posts.byId(onlyPost(caller));
    const { offers, next, waits, sayWhen } = departureOffers(departure, timeZone, this.clock.now());
    const told = waits && roleMay(caller.role, waits.act) ? waits : null;
    return { section: { departure, waits: told, sayWhen }, offers, next };
  }

  private step(name: 'board' | 'depart' | 'arrive') {
    return async ({ caller, subject, version, fields }: SentAct) => {
      const request = requestOf(DepartureStepRequest, { at: await this.instant(caller, fields, 'at') });
      return this.steps[name](caller, subject, version, request);
    };
  }

  /** What was typed in local time, as an instant; nothing where nothing was typed. */
  private async instant(caller: Caller, fields: FormBody, name: string): Promise<string> {
    const { timeZone } = await this.posts.byId(onlyPost(caller));
    return instantAt(typed(fields, name), timeZone);
  }
}
