import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { CaseLog } from '../registrations/case-log.js';
import { PeopleService } from '../registrations/people.service.js';
import { atWorkAs } from './assignment/at-work-as.js';
import { IdentityOpinion } from './assignment/identity-opinion.entity.js';
import { readReview } from './assignment/review.js';
import { Ties } from './assignment/ties.service.js';
import type { IdentityFileResponse } from './identity.dto.js';
import { readIdentityFile } from './identity-file.js';
import { PhotosService } from './photos/photos.service.js';
import { toIdentityFileResponse } from './identity-response.js';

/** What one reader may see of somebody's identity, in the caller's transaction. */
@Injectable()
export class IdentityReader {
  constructor(
    private readonly people: PeopleService,
    private readonly log: CaseLog,
    private readonly ties: Ties,
    private readonly photos: PhotosService,
  ) {}

  /** On record. @throws Problem `not-found` */
  async read(tx: EntityManager, caller: Caller, registrationId: string): Promise<IdentityFileResponse> {
    await atWorkAs(tx, caller);
    const registration = await this.people.registration(tx, registrationId);
    await this.log.record(tx, caller, registration, 'identity.read');
    return this.describe(tx, caller, registrationId);
  }

  /** The answer to an act, after {@link atWorkAs}. */
  async describe(tx: EntityManager, caller: Caller, registrationId: string): Promise<IdentityFileResponse> {
    const file = await readIdentityFile(tx, registrationId);
    const roundIds = file.decisions.flatMap(({ roundId }) => roundId ?? []);
    return toIdentityFileResponse(file, {
      review: await readReview(tx, caller, registrationId),
      pictures: await this.photos.pictures(tx, registrationId),
      tied: await this.ties.isTied(tx, caller, registrationId),
      conclusions: roundIds.length === 0 ? [] : await tx.findBy(IdentityOpinion, { roundId: In(roundIds) }),
    });
  }
}
