import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { StatementsOpening } from '../registrations/disclosure/second-person/statements-opening.js';
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

/**
 * Shows why officers set a person's band, for a reason that is kept, once a second person has agreed: a note says what threatens somebody,
 * and where, as what the evidence says does.
 */
@Injectable()
export class BandNotesService {
  constructor(
    private readonly database: Database,
    private readonly opening: StatementsOpening,
  ) {}

  /** @throws Problem `not-found`, 409: `erased`, `tied-to-person`; `second-person-missing` (403), `too-many-cases` (429) */
  disclose(caller: Caller, registrationId: string, reason: string): Promise<BandNotesResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const key = await this.opening.open(tx, caller, registrationId, 'triage.disclosed', reason);
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
