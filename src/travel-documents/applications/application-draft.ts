import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import { isSpellable } from '../../platform/icao/mrz-name.js';
import { isCountryCode } from '../../platform/icao/country-codes.js';
import { type FieldFault, invalid } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { documentLines } from '../issuance/document-content.js';
import type { ApplicationRequest } from './applications.dto.js';
import { validityEnd, validityFault } from './document-validity.js';
import { type Fee, feeOf } from './fee.js';
import type { Holder } from './holder.js';
import { requireNoneValid } from './valid-document.js';

/** A number of the right form, to try whether the rest can be printed. */
const TRIAL_NUMBER = 'XX0000000';

/** Completes an application from what is registered and makes sure, before anyone approves, that it can be printed. */
@Injectable()
export class ApplicationDraft {
  constructor(
    private readonly people: PeopleService,
    private readonly posts: PostsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `document-valid`, `not-in-this-state` (409: what is to be replaced), `invalid-input` (422) */
  async of(
    tx: EntityManager,
    registration: Registration,
    request: ApplicationRequest,
  ): Promise<{ holder: Holder; destination: string; validUntil: string; fee: Fee }> {
    const post = await this.posts.byId(registration.postId);
    const today = calendarDay(this.clock.now(), post.timeZone);
    await requireNoneValid(tx, registration.personId, today, request.replaces);
    const holder = this.holder(registration, request);
    const destination = request.destination ?? post.sendingCountry;
    const validUntil = validityEnd({ ...request, today });
    const lines = documentLines({ number: TRIAL_NUMBER, holder, issuer: post.sendingCountry, validUntil });
    const validity = validityFault({ ...request, today });
    const { fee, faults: feeFaults } = feeOf(request, post);
    const faults: FieldFault[] = [
      ...(lines.ok ? [] : lines.faults),
      ...(request.secondaryName && request.primaryName === undefined
        ? [{ pointer: '/primaryName', code: 'required' }]
        : []),
      ...(validity ? [{ pointer: `/${validity.field}`, code: validity.code }] : []),
      ...(isSpellable(holder.placeOfBirth, post.sendingCountry)
        ? []
        : [{ pointer: '/placeOfBirth', code: 'name-not-printable' }]),
      ...feeFaults,
      ...(isCountryCode(destination) ? [] : [{ pointer: '/destination', code: 'not-a-choice' }]),
      ...(request.transit.every((code) => isCountryCode(code))
        ? []
        : [{ pointer: '/transit', code: 'not-a-choice' }]),
    ];
    if (faults.length > 0) throw invalid(...faults);
    return { holder, destination, validUntil, fee };
  }

  private holder({ person }: Registration, request: ApplicationRequest): Holder {
    const { fullName, birthDate } = this.people.identity(person);
    return {
      primaryName: request.primaryName ?? fullName,
      secondaryName: request.primaryName === undefined ? '' : (request.secondaryName ?? ''),
      birthDate,
      placeOfBirth: request.placeOfBirth,
      sex: person.sex ?? 'X',
    };
  }
}
