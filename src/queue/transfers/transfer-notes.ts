import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../../registrations/case-log.js';
import { PeopleService } from '../../registrations/people.service.js';
import { REGISTRATION_ERASED } from '../../registrations/registration.topics.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import type { TransferNoteList, TransferNoteResponse } from './transfers.dto.js';
import { AT_COUNTER_SQL, FORGET_SQL, NOTES_SQL, type NoteRow } from './transfers.sql.js';

/** What officers wrote when they handed somebody over: read on record by whoever has the person at their counter, and gone with the person. */
@Injectable()
export class TransferNotes implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly tickets: TicketRecords,
    private readonly people: PeopleService,
    private readonly log: CaseLog,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_ERASED, 'queue.forget-notes', (erased) => this.forget(erased));
  }

  /** @throws Problem `not-found`, 409: `at-another-counter`, `erased` */
  read(caller: Caller, ticketId: string): Promise<TransferNoteList> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { registrationId } = await this.tickets.response(tx, ticketId);
      if ((await tx.query<unknown[]>(AT_COUNTER_SQL, [ticketId, caller.id])).length === 0)
        throw new Problem('conflict', 'at-another-counter');
      const rows = await tx.query<NoteRow[]>(NOTES_SQL, [ticketId]);
      const items: TransferNoteResponse[] = [];
      for (const { noteSealed, writtenAt, writtenBy, counter, ...row } of rows) {
        const { person, postId } = await this.people.registration(tx, row.registrationId);
        const note = this.people.key(person).open<string>('ticket-note', noteSealed);
        items.push({ note, writtenBy, counter, writtenAt: writtenAt.toISOString() });
        await this.log.record(tx, caller, { id: registrationId, postId }, 'queue.note-read', {
          ticket: ticketId,
        });
      }
      return { items };
    });
  }

  /** Safe to repeat. */
  async forget({ postId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], (tx) => tx.query(FORGET_SQL, [registrationId]));
  }
}
