import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Messages } from '../notifications/messages.service.js';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { DOCUMENT_ISSUED } from './travel-documents.topics.js';

/** Tells people that their document can be collected. Safe to repeat. */
@Injectable()
export class DocumentTelling implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(DOCUMENT_ISSUED, 'travel-documents.tell', (payload) => this.tell(payload));
  }

  private async tell({ postId, registrationId, documentId }: Announcement): Promise<void> {
    const once = `document-ready ${documentId}`;
    await this.database.transaction([postId], (tx) =>
      this.messages.queue(tx, { postId, recipientId: String(registrationId), kind: 'document-ready', once }),
    );
  }
}
