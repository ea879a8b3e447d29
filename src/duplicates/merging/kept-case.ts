import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { RegistrationStatus } from '../../registrations/registration-status.js';

/** A case that was kept may have been merged itself since: the end of that chain. */
const KEPT_SQL = `
  WITH RECURSIVE way AS (
    SELECT kept_id, 1 AS step FROM registration_merge WHERE merged_id = $1 AND undone_at IS NULL
    UNION ALL
    SELECT m.kept_id, way.step + 1 FROM way
    JOIN registration_merge m ON m.merged_id = way.kept_id AND m.undone_at IS NULL
  )
  SELECT kept_id AS id FROM way ORDER BY step DESC LIMIT 1`;

/** Those that were merged into a case, and into them. */
const UNDER_SQL = `
  WITH RECURSIVE under AS (
    SELECT merged_id FROM registration_merge WHERE kept_id = $1 AND undone_at IS NULL
    UNION
    SELECT m.merged_id FROM under JOIN registration_merge m ON m.kept_id = under.merged_id AND m.undone_at IS NULL
  )
  SELECT merged_id AS id FROM under`;

/**
 * Under which case a person is helped. Whoever holds the reference of a merged case finds their place and their way home
 * under the one that is kept, and nothing else of it: should the merge have been wrong, no stranger has read their answers.
 */
@Injectable()
export class KeptCase {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
  ) {}

  /** That of a person who asks about themselves. */
  ofCaller(caller: Caller): Promise<{ id: string; status: RegistrationStatus }> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { id, status } = await this.people.registration(tx, await this.of(tx, caller.id!));
      return { id, status };
    });
  }

  /** Where an officer goes on who has opened a merged case; nothing where it stands for itself. */
  async keptFor(caller: Caller, registrationId: string): Promise<{ id: string; reference: string } | null> {
    return this.database.transaction(caller.posts, async (tx) => {
      const keptId = await this.of(tx, registrationId);
      if (keptId === registrationId) return null;
      const { id, reference } = await this.people.registration(tx, keptId);
      return { id, reference };
    });
  }

  /** The case itself and all that were merged into it: what the person does under any of them matters here. */
  async withMerged(caller: Caller, registrationId: string): Promise<string[]> {
    return this.database.transaction(caller.posts, async (tx) => {
      const merged = await tx.query<{ id: string }[]>(UNDER_SQL, [registrationId]);
      return [registrationId, ...merged.map(({ id }) => id)];
    });
  }

  /** Joins the caller's transaction. @returns the registration itself, unless it has been merged into another */
  async of(tx: EntityManager, registrationId: string): Promise<string> {
    const [kept] = await tx.query<{ id: string }[]>(KEPT_SQL, [registrationId]);
    return kept?.id ?? registrationId;
  }
}
