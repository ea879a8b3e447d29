import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { CaseLog } from '../case-log.js';
import { toCaseResponse } from '../case-response.js';
import { OpenedCases } from '../disclosure/opened-cases.js';
import { maskName } from '../mask.js';
import { PeopleService } from '../people.service.js';
import { Registration } from '../registration.entity.js';
import type { CompanionsResponse } from './groups.dto.js';

/**
 * Who registered together. For officers only: a relative or a friend can be the trafficker, so nobody is shown another's
 * case by having come along.
 */
@Injectable()
export class GroupReader {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly log: CaseLog,
    private readonly opened: OpenedCases,
  ) {}

  /** Ids of everybody who registered together with this person, the person among them; alone, only theirs. */
  async groupOf(tx: EntityManager, registrationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM registration WHERE id = $1 OR group_id = (SELECT group_id FROM registration WHERE id = $1)
       ORDER BY received_at, id`,
      [registrationId],
    );
    return rows.map(({ id }) => id);
  }

  /** The masked cases of the group; empty where the person came alone. @throws Problem `not-found`, `too-many-readings` (429) */
  companions(caller: Caller, registrationId: string): Promise<CompanionsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { id, postId, person } = await this.people.registration(tx, registrationId);
      const adult = person.wrappedKey === null ? undefined : this.people.adult(person);
      const ids = await this.groupOf(tx, id);
      const found = ids.length > 1 ? await this.living(tx, ids) : [];
      await this.opened.countReadings(tx, caller, ...found);
      await this.log.record(tx, caller, { id, postId }, 'registration.companions-read', {
        found: found.length,
      });
      return {
        items: found.map((registration) => ({
          ...toCaseResponse(registration, this.people.identity(registration.person)),
          guardianId: registration.guardianId,
          self: registration.id === id,
        })),
        namedAdult: adult === undefined ? null : maskName(adult.name),
      };
    });
  }

  private async living(tx: EntityManager, ids: readonly string[]): Promise<Registration[]> {
    const found = await tx.find(Registration, {
      where: { id: In([...ids]) },
      relations: { person: true },
      order: { receivedAt: 'ASC', id: 'ASC' },
    });
    return found.filter(({ person }) => person.wrappedKey !== null);
  }
}
