import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isOut } from './documents/good-documents.js';
import { RetentionDuties, type RetentionDuty } from '../registrations/erasure/retention-duties.js';

/** To the end of the day west of everywhere: the document is good until its last day is over. */
const GOOD_UNTIL = `SELECT max(d.valid_until + interval '36 hours') AS until FROM travel_document d
  WHERE d.registration_id = $1 AND ${isOut('d')}`;

/** Whoever holds a document of ours must be found by its number while it can be shown at a border. */
@Injectable()
export class DocumentRetention implements OnModuleInit {
  constructor(private readonly duties: RetentionDuties) {}

  onModuleInit(): void {
    this.duties.add((tx, registrationId) => this.find(tx, registrationId));
  }

  async find(tx: EntityManager, registrationId: string): Promise<RetentionDuty | null> {
    const [row] = await tx.query<{ until: Date | null }[]>(GOOD_UNTIL, [registrationId]);
    return row?.until ? { because: 'travel-document-valid', until: row.until } : null;
  }
}
