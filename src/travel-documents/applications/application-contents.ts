import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PhotosService } from '../../identity/photos/photos.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { latinSpelling } from '../../platform/icao/latin-spelling.js';
import { Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import { PeopleService } from '../../registrations/people.service.js';
import { printedBirthDate } from '../issuance/printed-birth-date.js';
import type { ApplicationContentResponse } from './applications.dto.js';
import { DocumentApplication } from './document-application.entity.js';
import type { Holder } from './holder.js';

/** What would be printed, and the mark by which an approval names that it was looked at. */
@Injectable()
export class ApplicationContents {
  constructor(
    private readonly people: PeopleService,
    private readonly posts: PostsService,
    private readonly photos: PhotosService,
    private readonly keyring: Keyring,
  ) {}

  /** Joins the caller's transaction, and leaves it to the caller to put on record. */
  async of(
    tx: EntityManager,
    caller: Caller,
    application: DocumentApplication,
  ): Promise<ApplicationContentResponse> {
    const { registrationId, oldPassportSealed: old } = application;
    const { person } = await this.people.registration(tx, registrationId);
    const key = this.people.key(person);
    const holder = key.open<Holder>('document-holder', application.holderSealed);
    const { sendingCountry } = await this.posts.byId(application.postId);
    const names = [holder.primaryName, holder.secondaryName].filter(Boolean);
    const content = {
      ...holder,
      latinName: latinSpelling(names.join(', '), sendingCountry).toUpperCase(),
      birthDate: printedBirthDate(holder.birthDate),
      oldPassport: old && key.open<string>('old-passport', old),
      portrait: (await this.photos.pictures(tx, registrationId)).includes('portrait'),
    };
    return { ...content, seen: this.markOf(caller, application, content).toString('base64url') };
  }

  /**
   * @param seen marks that the caller holds
   * @returns that of this application
   * @throws Problem `stale` (412) where what it says now was never shown to the caller
   */
  async requireSeen(tx: EntityManager, caller: Caller, id: string, seen: readonly string[]): Promise<Buffer> {
    const application = await tx.findOneByOrFail(DocumentApplication, { id });
    const { seen: mark } = await this.of(tx, caller, application);
    if (!seen.includes(mark)) throw new Problem('stale', 'stale');
    return Buffer.from(mark, 'base64url');
  }

  /** Of one reader's look at one version: nobody hands it on, and a face that comes in changes the version. */
  private markOf(caller: Caller, { id, version }: DocumentApplication, content: object): Buffer {
    return this.keyring.blindIndex('application-content', JSON.stringify([caller.id, id, version, content]));
  }
}
