import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { newId } from '../../platform/ids.js';
import { invalid, notFound, Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../case-log.js';
import { caseOfReference } from '../case-of-reference.js';
import { toCaseResponse } from '../case-response.js';
import { lockCases } from '../lock-cases.js';
import { PeopleService } from '../people.service.js';
import { readReference } from '../reference.js';
import type { Registration } from '../registration.entity.js';
import { isOpen } from '../registration-status.js';
import type { CaseResponse } from '../registrations.dto.js';
import { isSurelyAdult, mayLookAfter } from './guardian-rules.js';

const THIS_YEAR = `SELECT extract(year FROM now() AT TIME ZONE p.time_zone)::int AS year,
  (SELECT count(*)::int FROM registration WHERE guardian_id = $2) AS wards FROM post p WHERE p.id = $1`;

/** Says whom a child is with, once that adult has registered too. Only officers do: whoever claims a child may be anybody. */
@Injectable()
export class GuardiansService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly log: CaseLog,
  ) {}

  /**
   * From now on the two belong together: the child comes to the adult's group, or both to one.
   * @throws Problem `not-found`, `invalid-input` (also where no registration has the reference), `stale`, 409: `not-open`, `not-a-child`
   */
  link(caller: Caller, childId: string, version: number, typed: string): Promise<CaseResponse> {
    const reference = readReference(typed);
    if (reference === undefined) throw invalid({ pointer: '/reference', code: 'wrong-format' });
    return this.database.transaction(caller.posts, async (tx) => {
      const adultId = await caseOfReference(tx, reference);
      if (adultId === undefined) throw invalid({ pointer: '/reference', code: 'case-not-found' });
      await lockCases(tx, [childId, adultId]);
      const child = await this.openChild(tx, childId, version);
      const adult = await this.people.registration(tx, adultId);
      const [row] = await tx.query<{ year: number; wards: number }[]>(THIS_YEAR, [child.postId, child.id]);
      if (isSurelyAdult(child.person, row!.year)) throw new Problem('conflict', 'not-a-child');
      if (!mayLookAfter(whoIs(adult), whoIs(child), row!.wards, row!.year))
        throw invalid({ pointer: '/reference', code: 'cannot-look-after' });
      const groupId = adult.groupId ?? child.groupId ?? newId();
      if (adult.groupId === null)
        await tx.query('UPDATE registration SET group_id = $2 WHERE id = $1', [adult.id, groupId]);
      await this.write(tx, caller, child, 'guardian-linked', groupId, adult.id);
      return this.shown(tx, childId);
    });
  }

  /** It was wrong: the child is with nobody that we know. They stay in one group. @throws Problem `not-found`, `stale`, `not-open` (409) */
  unlink(caller: Caller, childId: string, version: number): Promise<CaseResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await lockCases(tx, [childId]);
      const child = await this.openChild(tx, childId, version);
      if (child.guardianId === null) throw notFound();
      await this.write(tx, caller, child, 'guardian-unlinked', child.groupId, null);
      return this.shown(tx, childId);
    });
  }

  private async openChild(tx: EntityManager, id: string, version: number): Promise<Registration> {
    const child = await this.people.registration(tx, id);
    requireVersion(child.version, version);
    if (!isOpen(child.status)) throw new Problem('conflict', 'not-open');
    return child;
  }

  private async write(
    tx: EntityManager,
    caller: Caller,
    { id, postId, guardianId: before }: Registration,
    act: 'guardian-linked' | 'guardian-unlinked',
    groupId: string | null,
    guardianId: string | null,
  ): Promise<void> {
    await tx.query(
      'UPDATE registration SET group_id = $2, guardian_id = $3, version = version + 1 WHERE id = $1',
      [id, groupId, guardianId],
    );
    await this.log.record(tx, caller, { id, postId }, `registration.${act}`, {
      ...(guardianId && { guardianId }),
      ...(before && { before }),
    });
  }

  private async shown(tx: EntityManager, id: string): Promise<CaseResponse> {
    const child = await this.people.registration(tx, id);
    return toCaseResponse(child, this.people.identity(child.person));
  }
}

const whoIs = ({ id, person, guardianId, status }: Registration) => ({
  id,
  birthYear: person.birthYear,
  guardianId,
  open: isOpen(status),
});
