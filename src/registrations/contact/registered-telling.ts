import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Messages } from '../../notifications/messages.service.js';
import { RecipientDirectory } from '../../notifications/recipient-directory.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { REGISTRATION_ERASED, REGISTRATION_RECEIVED } from '../registration.topics.js';

/** Writes to people that they are registered, where a safe channel and their agreement allow it; and forgets the erased. */
@Injectable()
export class RegisteredTelling implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly directory: RecipientDirectory,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_RECEIVED, 'registrations.tell', (received) => this.tell(received));
    this.topics.subscribe(REGISTRATION_ERASED, 'registrations.forget-messages', (erased) =>
      this.forget(erased),
    );
  }

  /** Safe to repeat: one such message for each registration. */
  async tell({ postId, registrationId }: Announcement): Promise<void> {
    const recipientId = String(registrationId);
    await this.database.transaction([postId], async (tx) => {
      const recipient = await this.directory.resolve(tx, recipientId);
      if (!recipient?.consents || recipient.channel === 'none' || !recipient.address) return;
      await this.messages.queue(tx, {
        postId,
        recipientId,
        kind: 'registered',
        once: `registered ${recipientId}`,
      });
    });
  }

  /** Safe to repeat. */
  async forget({ postId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], (tx) => this.messages.forget(tx, String(registrationId)));
  }
}
