import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Recipient,
  RecipientDirectory,
  type SafeHours,
} from '../../notifications/recipient-directory.js';
import { PostsService } from '../../posts/posts.service.js';
import { ConsentsService } from '../consents.service.js';
import { PeopleService } from '../people.service.js';
import type { ContactDetails, ContactMethod } from '../person-details.js';
import { Registration } from '../registration.entity.js';

/** By what a message goes out by itself. Calls, and word by somebody else, are for officers. */
const CHANNELS: Record<ContactMethod, Recipient['channel']> = {
  phone: 'sms',
  sms: 'sms',
  email: 'email',
  call: 'none',
  somebody: 'none',
  none: 'none',
};

/** Tells messages how a registered person may be reached now. The id is that of the registration. */
@Injectable()
export class RegisteredRecipients extends RecipientDirectory {
  constructor(
    private readonly people: PeopleService,
    private readonly consents: ConsentsService,
    private readonly posts: PostsService,
  ) {
    super();
  }

  async resolve(tx: EntityManager, recipientId: string): Promise<Recipient | null> {
    const [found] = await tx.find(Registration, {
      where: { id: recipientId },
      relations: { person: true },
    });
    if (!found?.person.wrappedKey) return null;
    const contact = this.people.contact(found.person);
    const channel = contact.noMessages ? 'none' : CHANNELS[contact.method];
    const { timeZone } = await this.posts.byId(found.postId);
    return {
      channel,
      address: (channel === 'sms' && contact.phone) || (channel === 'email' && contact.email) || '',
      language: found.language,
      safeHours: safeHoursOf(contact),
      timeZone,
      consents:
        found.status !== 'withdrawn' && (await this.consents.given(tx, found.id, 'embassy-assistance')),
    };
  }
}

function safeHoursOf({ safeFrom, safeTo }: ContactDetails): SafeHours | undefined {
  return safeFrom === undefined || safeTo === undefined
    ? undefined
    : { from: minutes(safeFrom), to: minutes(safeTo) };
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
