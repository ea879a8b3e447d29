import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import { invalid } from '../../platform/problems/problem.js';
import { maskName } from '../../registrations/mask.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Person } from '../../registrations/person.entity.js';
import { Registration } from '../../registrations/registration.entity.js';
import type { ArrivalPage, ArrivalResponse, ArrivalsQuery } from './arrivals.dto.js';
import { type ArrivalRow, ARRIVALS } from './arrivals.sql.js';
import { careNeeds } from './care-needs.js';

/** Who lands when, and what care they need, for those who receive them. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * By time of leaving. Whoever agreed that the agency at home is told is named, in full only to the home agency; each is on
   * record as read. Of the others only the journey shows.
   * @throws Problem `invalid-input`
   */
  list(caller: Caller, query: ArrivalsQuery): Promise<ArrivalPage> {
    const { from, to } = query;
    if (from !== undefined && to !== undefined && to < from)
      throw invalid({ pointer: '/to', code: 'before-start' });
    const page = keyset(query, ['timestamptz', 'uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<ArrivalRow[]>(ARRIVALS, [
        from ?? null,
        to ?? null,
        ...page.after,
        page.limit + 1,
      ]);
      const named = rows.slice(0, page.limit).filter(({ agreed }) => agreed);
      const registrations = await tx.find(Registration, {
        where: { id: In(named.map(({ registrationId }) => registrationId)) },
        relations: { person: true },
      });
      const persons = new Map(registrations.map(({ id, person }) => [id, person]));
      if (named.length > 0)
        await this.audit.record(
          tx,
          caller,
          ...named.map(({ registrationId, postId, id }) => ({
            action: 'departure.listed-as-arrival',
            subject: { kind: 'registration', id: registrationId },
            postId,
            detail: { departureId: id },
          })),
        );
      return page.of(
        rows,
        ({ cursorAt, id }) => [cursorAt, id],
        (row) => ({ ...journeyOf(row), ...this.whoOf(caller, row, persons.get(row.registrationId)) }),
      );
    });
  }

  private whoOf(caller: Caller, { agreed, reference, needs }: ArrivalRow, person: Person | undefined): Who {
    if (!agreed || !person?.wrappedKey)
      return { agreed, reference: null, name: null, sex: null, birthYear: null, needs: null };
    const { fullName } = this.people.identity(person);
    return {
      agreed,
      reference,
      name: caller.role === 'home-agency' ? fullName : maskName(fullName),
      sex: person.sex,
      birthYear: person.birthYear,
      needs: careNeeds(needs),
    };
  }
}

type Who = Pick<ArrivalResponse, 'agreed' | 'reference' | 'name' | 'sex' | 'birthYear' | 'needs'>;

const journeyOf = (row: ArrivalRow): Omit<ArrivalResponse, keyof Who> => ({
  id: row.id,
  status: row.status,
  carrier: row.carrier,
  serviceNumber: row.serviceNumber,
  from: row.from,
  to: row.to,
  scheduledAt: row.scheduledAt.toISOString(),
  departedAt: row.departedAt?.toISOString() ?? null,
  arrivedAt: row.arrivedAt?.toISOString() ?? null,
  version: row.version,
});
