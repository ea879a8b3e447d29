import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { CasesUnder } from '../../registrations/access/cases-under.js';
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

/**
 * Whether both cases of the merge `m` were reported with the same phone, so that who holds the codes of one may be believed
 * to hold the other's: a stranger can report somebody whose data they know.
 */
export const ONE_PHONE = `EXISTS (
  SELECT FROM registration a JOIN person pa ON pa.id = a.person_id, registration b JOIN person pb ON pb.id = b.person_id
  WHERE a.id = m.merged_id AND b.id = m.kept_id AND pa.phone_index = pb.phone_index)`;

/** As far along that chain as the phone is the same. */
const HOLDERS_SQL = `
  WITH RECURSIVE way AS (
    SELECT m.kept_id, 1 AS step FROM registration_merge m
    WHERE m.merged_id = $1 AND m.undone_at IS NULL AND ${ONE_PHONE}
    UNION ALL
    SELECT m.kept_id, way.step + 1 FROM way
    JOIN registration_merge m ON m.merged_id = way.kept_id AND m.undone_at IS NULL AND ${ONE_PHONE}
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
 * Under which case a person is helped. Whoever holds the codes of a merged case finds their place and their way home
 * under the one that is kept, and nothing else of it: should the merge have been wrong, no stranger has read their answers.
 * Where the two were reported with different phones, they find that only at the embassy, where they are seen.
 */
@Injectable()
export class KeptCase implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly under: CasesUnder,
  ) {}

  onModuleInit(): void {
    this.under.add((tx, id) => this.merged(tx, id));
  }

  /** That of a person who asks about themselves; as somebody who waits, where they are not shown the one that is kept. */
  ofCaller(caller: Caller): Promise<{ id: string; status: RegistrationStatus }> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { id, status } = await this.people.registration(tx, await this.ofHolder(tx, caller.id!));
      return { id, status: status === 'merged' ? 'received' : status };
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
    return this.database.transaction(caller.posts, async (tx) => [
      registrationId,
      ...(await this.merged(tx, registrationId)),
    ]);
  }

  private async merged(tx: EntityManager, registrationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(UNDER_SQL, [registrationId]);
    return rows.map(({ id }) => id);
  }

  /** What the holder of a registration's codes is shown and may change from afar. Joins the caller's transaction. */
  async ofHolder(tx: EntityManager, registrationId: string): Promise<string> {
    const [kept] = await tx.query<{ id: string }[]>(HOLDERS_SQL, [registrationId]);
    return kept?.id ?? registrationId;
  }

  /** Joins the caller's transaction. @returns the registration itself, unless it has been merged into another */
  async of(tx: EntityManager, registrationId: string): Promise<string> {
    const [kept] = await tx.query<{ id: string }[]>(KEPT_SQL, [registrationId]);
    return kept?.id ?? registrationId;
  }
}
