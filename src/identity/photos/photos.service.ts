import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { CaseLog } from '../../registrations/case-log.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import type { PhotoSource, Picture } from './photo-sources.js';
import type { CaseName } from '../../registrations/case-name.js';

interface Row {
  sealed: Buffer;
}

const CURRENT_SQL = `
  SELECT sealed FROM portrait WHERE registration_id = $1 AND superseded_at IS NULL AND (source = 'document') = $2`;

/** Parameters: registration, when it was decided. */
const SEEN_SQL = `
  SELECT sealed FROM portrait WHERE registration_id = $1 AND source <> 'document' AND taken_at <= $2
  ORDER BY taken_at DESC LIMIT 1`;

/** Pictures of people, sealed under each person's key. In the caller's transaction. */
@Injectable()
export class PhotosService {
  constructor(
    private readonly people: PeopleService,
    private readonly log: CaseLog,
  ) {}

  /**
   * For later stages: the portrait as it was at a decision, a JPEG of 413 x 531; nothing where there was none. A face that came
   * in afterwards, from the person or an officer, nobody has approved. Whoever shows it records that.
   */
  async portraitSeen(
    tx: EntityManager,
    registrationId: string,
    decidedAt: Date | null,
  ): Promise<Buffer | null> {
    return this.opened(tx, registrationId, await tx.query<Row[]>(SEEN_SQL, [registrationId, decidedAt]));
  }

  /** The picture that counts now. */
  async picture(tx: EntityManager, registrationId: string, which: Picture): Promise<Buffer | null> {
    return this.opened(
      tx,
      registrationId,
      await tx.query<Row[]>(CURRENT_SQL, [registrationId, which === 'document']),
    );
  }

  private async opened(
    tx: EntityManager,
    registrationId: string,
    [row]: readonly Row[],
  ): Promise<Buffer | null> {
    if (!row) return null;
    const { person } = await this.people.registration(tx, registrationId);
    return Buffer.from(this.people.key(person).open<string>('portrait', row.sealed), 'base64');
  }

  /** Which pictures there are. */
  async pictures(tx: EntityManager, registrationId: string): Promise<Picture[]> {
    const rows = await tx.query<{ picture: Picture }[]>(
      `SELECT CASE source WHEN 'document' THEN 'document' ELSE 'portrait' END AS picture FROM portrait
       WHERE registration_id = $1 AND superseded_at IS NULL ORDER BY 1 DESC`,
      [registrationId],
    );
    return rows.map(({ picture }) => picture);
  }

  /** Keeps a picture that {@link drawPortrait} drew; the one before it counts no more. The registration must be locked. */
  async keep(
    tx: EntityManager,
    caller: Caller,
    { id: registrationId, postId, person }: Registration,
    source: PhotoSource,
    jpeg: Buffer,
  ): Promise<void> {
    await tx.query(
      `UPDATE portrait SET superseded_at = clock_timestamp()
       WHERE registration_id = $1 AND superseded_at IS NULL AND (source = 'document') = ($2 = 'document')`,
      [registrationId, source],
    );
    await tx.query(
      `INSERT INTO portrait (id, post_id, registration_id, source, sealed, taken_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        newId(),
        postId,
        registrationId,
        source,
        this.people.key(person).seal('portrait', jpeg.toString('base64')),
        caller.role === 'officer' ? caller.id : null,
      ],
    );
    await this.record(tx, caller, { id: registrationId, postId }, 'identity.photo-taken', { source });
  }

  record(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: CaseName,
    action: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return this.log.record(tx, caller, { id, postId }, action, detail);
  }
}
