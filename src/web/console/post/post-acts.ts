import { Injectable } from '@nestjs/common';
import {
  CounterPath,
  CounterRequest,
  HolidayPath,
  HolidayRequest,
  OpeningHoursRequest,
  PostFactsRequest,
  ServicePath,
  ServiceRequest,
  type SetupChangedResponse,
} from '../../../posts/setup/setup.dto.js';
import type { SetupAct } from '../../../posts/setup/setup-act.js';
import { SetupCounters } from '../../../posts/setup/setup-counters.service.js';
import { SetupService } from '../../../posts/setup/setup.service.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { requestOf } from '../../forms/request-of.js';
import { decimal } from '../../forms/typed-values.js';
import type { PostPart } from './post.view.js';
import { weekOf } from './week-form.js';

/** What the forms of a post's pages ask for, as the acts of its setup. */
@Injectable()
export class PostActs {
  constructor(
    private readonly setup: SetupService,
    private readonly counters: SetupCounters,
  ) {}

  /** @throws Problem of the act, and `invalid-input` for what was typed */
  do(part: PostPart, act: SetupAct, body: FormBody): Promise<SetupChangedResponse> {
    switch (part) {
      case 'facts':
        return this.setup.changeFacts(act, requestOf(PostFactsRequest, factsOf(body)));
      case 'hours':
        return this.setup.changeHours(act, hoursOf(body));
      case 'holidays':
        return this.holiday(act, body);
      case 'services':
        return this.service(act, body);
      case 'counters':
        return this.counter(act, body);
    }
  }

  private holiday(act: SetupAct, body: FormBody): Promise<SetupChangedResponse> {
    const { day } = requestOf(HolidayPath, { id: act.postId, day: typed(body, 'day') });
    if (typed(body, 'act') === 'remove') return this.setup.removeHoliday(act, day);
    return this.setup.setHoliday(act, day, requestOf(HolidayRequest, { name: typed(body, 'name') }));
  }

  private service(act: SetupAct, body: FormBody): Promise<SetupChangedResponse> {
    const { code } = requestOf(ServicePath, { id: act.postId, code: typed(body, 'code') });
    const places = { '/minutes': `minutes-${code}` };
    const fields = {
      minutes: decimal(body, `minutes-${code}`),
      active: typed(body, 'active') === 'yes',
    };
    return this.setup.changeService(act, code, requestOf(ServiceRequest, fields, places));
  }

  private counter(act: SetupAct, body: FormBody): Promise<SetupChangedResponse> {
    const named = typed(body, 'counter');
    const id = named && requestOf(CounterPath, { id: act.postId, counter: named }).counter;
    if (typed(body, 'act') === 'close') return this.counters.close(act, id);
    const fields = { number: decimal(body, 'number'), name: typed(body, 'name') || null };
    const request = requestOf(CounterRequest, fields);
    return id === '' ? this.counters.add(act, request) : this.counters.change(act, id, request);
  }
}

const factsOf = (body: FormBody) => ({
  ...Object.fromEntries(
    ['name', 'city', 'timeZone', 'fineCurrency'].map((name) => [name, typed(body, name)]),
  ),
  hotline: typed(body, 'hotline') || null,
  overstayFinePerDay: decimal(body, 'overstayFinePerDay'),
});

function hoursOf(body: FormBody): OpeningHoursRequest {
  const { openingHours, places } = weekOf(body);
  return requestOf(OpeningHoursRequest, { openingHours }, places);
}
