import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { newId } from '../platform/ids.js';
import { Topics } from '../platform/jobs/topics.js';
import { CaseLog } from '../registrations/case-log.js';
import type { Registration } from '../registrations/registration.entity.js';
import { assessBand, type BandFacts, type RuledBand } from './assessment-rule.js';
import type { Band } from './band.js';
import type { BandReason } from './band-reasons.js';
import { BAND_CHANGED, TRIAGE_ASSESSED } from './triage.topics.js';

/** The band in force. Version 0: not written yet, this is what the rule says now. */
export interface CurrentBand {
  band: Band;
  reasons: BandReason[];
  assessedBy: string | null;
  assessedAt: Date;
  version: number;
}

export interface NewAssessment {
  band: Band;
  reasons: BandReason[];
  assessedBy: string | null;
  noteSealed: Buffer | null;
}

interface StoredFacts extends BandFacts {
  now: Date;
}

const CURRENT_SQL = `
  SELECT band, reasons, assessed_by AS "assessedBy", assessed_at AS "assessedAt",
    (SELECT count(*)::integer FROM triage_assessment WHERE registration_id = $1) AS version
  FROM triage_assessment WHERE registration_id = $1 AND superseded_at IS NULL`;

const FACTS_SQL = `
  SELECT r.needs, p.birth_year AS "birthYear", now(),
    extract(year FROM now() AT TIME ZONE post.time_zone)::integer AS "thisYear"
  FROM registration r JOIN person p ON p.id = r.person_id JOIN post ON post.id = r.post_id WHERE r.id = $1`;

/** Reads and writes bands, in the caller's transaction. Nothing is overwritten: a new band supersedes the one before. */
@Injectable()
export class TriageRecords {
  constructor(
    private readonly log: CaseLog,
    private readonly topics: Topics,
  ) {}

  /** @returns nothing where the registration does not exist or is not visible */
  async current(tx: EntityManager, registrationId: string): Promise<CurrentBand | undefined> {
    const [written] = await tx.query<CurrentBand[]>(CURRENT_SQL, [registrationId]);
    if (written) return written;
    const facts = await this.facts(tx, registrationId);
    return facts && { ...assessBand(facts), assessedBy: null, assessedAt: facts.now, version: 0 };
  }

  /** What the rule says now, whatever was written before. */
  async ruled(tx: EntityManager, registrationId: string): Promise<RuledBand | undefined> {
    const facts = await this.facts(tx, registrationId);
    return facts && assessBand(facts);
  }

  private async facts(tx: EntityManager, registrationId: string): Promise<StoredFacts | undefined> {
    const [facts] = await tx.query<StoredFacts[]>(FACTS_SQL, [registrationId]);
    return facts;
  }

  /** Writes the band in force and tells later stages. The registration must be locked. */
  async write(
    tx: EntityManager,
    caller: Caller,
    { id: registrationId, postId }: Registration,
    { band, reasons, assessedBy, noteSealed }: NewAssessment,
  ): Promise<void> {
    const [, superseded] = await tx.query<[unknown, number]>(
      'UPDATE triage_assessment SET superseded_at = now() WHERE registration_id = $1 AND superseded_at IS NULL',
      [registrationId],
    );
    await tx.query(
      `INSERT INTO triage_assessment (id, post_id, registration_id, band, reasons, assessed_by, note_sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), postId, registrationId, band, reasons, assessedBy, noteSealed],
    );
    await this.log.record(tx, caller, { id: registrationId, postId }, 'triage.assessed', { band, reasons });
    const announcement = { postId, requestId: caller.requestId, registrationId, band };
    await this.topics.publish(tx, TRIAGE_ASSESSED, announcement);
    if (superseded > 0) await this.topics.publish(tx, BAND_CHANGED, announcement);
  }
}
