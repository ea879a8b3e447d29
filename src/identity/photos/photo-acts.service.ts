import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/problems/problem.js';
import { OpenedCases } from '../../registrations/disclosure/opened-cases.js';
import { PeopleService } from '../../registrations/people.service.js';
import { Pretence } from '../../registrations/duress/pretence.service.js';
import { Ties } from '../assignment/ties.service.js';
import { drawPortrait } from './draw-portrait.js';
import type { PhotoSource, Picture } from './photo-sources.js';
import { PhotosService } from './photos.service.js';

/**
 * Takes photos in and shows them. Each showing is on record, and counts as opening the case; to approvers, who compare every
 * face before they decide, as a document in hand. Under duress a person has the one that was sent then, or none.
 */
@Injectable()
export class PhotoActs {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly ties: Ties,
    private readonly photos: PhotosService,
    private readonly pretence: Pretence,
    private readonly opened: OpenedCases,
  ) {}

  /**
   * Draws the portrait before the transaction begins: no lock is held while a picture is decoded.
   * @throws Problem `invalid-input`, `not-found`, 409: `not-open`, `erased`, `tied-to-person`; `busy` (503)
   */
  async take(caller: Caller, registrationId: string, source: PhotoSource, photo: Buffer): Promise<void> {
    const jpeg = await drawPortrait(photo);
    if (caller.duress) return this.pretence.keep(caller, 'portrait-sent', jpeg.toString('base64'));
    await this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.ties.requireOpen(tx, caller, registrationId);
      await this.photos.keep(tx, caller, registration, source, jpeg);
    });
  }

  /** Whether there is a portrait. */
  async has(caller: Caller, registrationId: string): Promise<boolean> {
    if (caller.duress) return (await this.pretence.read(caller)).portrait !== null;
    return this.database.transaction(caller.posts, async (tx) =>
      (await this.photos.pictures(tx, registrationId)).includes('portrait'),
    );
  }

  /** @throws Problem `not-found` where there is none, `erased` (409), 429: `too-many-cases`, `too-many-documents` */
  async show(caller: Caller, registrationId: string, which: Picture): Promise<Buffer> {
    if (caller.duress) return this.sentUnderDuress(caller);
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      const jpeg = await this.photos.picture(tx, registrationId, which);
      if (!jpeg) throw notFound();
      if (caller.role === 'approver') await this.opened.countDocuments(tx, caller, registration);
      else if (caller.role !== 'person') await this.opened.count(tx, caller, registration);
      await this.photos.record(tx, caller, registration, 'identity.photo-shown', { picture: which });
      return jpeg;
    });
  }

  private async sentUnderDuress(caller: Caller): Promise<Buffer> {
    const { portrait } = await this.pretence.read(caller);
    if (portrait === null) throw notFound();
    return Buffer.from(portrait, 'base64');
  }
}
