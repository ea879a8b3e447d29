import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { CaseLog } from '../registrations/case-log.js';
import { OpenedCases } from '../registrations/disclosure/opened-cases.js';
import { PeopleService } from '../registrations/people.service.js';
import type { Band } from './band.js';
import type { BandNotesResponse } from './triage.dto.js';

const NOTES_SQL = `
  SELECT band, note_sealed, assessed_by, assessed_at FROM triage_assessment
  WHERE registration_id = $1 AND note_sealed IS NOT NULL ORDER BY assessed_at, id`;

interface NoteRow {
  band: Band;
  note_sealed: Buffer;
  assessed_by: string;
  assessed_at: Date;
}

/** Shows why officers set a person's band. They are notes about the person, so showing them needs a reason and is on record. */
@Injectable()
export class BandNotesService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly opened: OpenedCases,
    private readonly log: CaseLog,
  ) {}

  /** @throws Problem `not-found`, `erased` (409), `too-many-cases` (429) */
  disclose(caller: Caller, registrationId: string, reason: string): Promise<BandNotesResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      await this.opened.count(tx, caller, registration);
      const key = this.people.key(registration.person);
      await this.log.record(tx, caller, registration, 'triage.disclosed', {
        reasonSealed: key.seal('disclosure-reason', reason).toString('base64'),
      });
      const rows = await tx.query<NoteRow[]>(NOTES_SQL, [registrationId]);
      return {
        notes: rows.map(({ band, note_sealed, assessed_by, assessed_at }) => ({
          band,
          note: key.open<string>('triage-note', note_sealed),
          assessedBy: assessed_by,
          assessedAt: assessed_at.toISOString(),
        })),
      };
    });
  }
}
