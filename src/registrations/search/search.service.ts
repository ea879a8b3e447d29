import { Injectable } from '@nestjs/common';
import { isValidPhoneNumber } from 'libphonenumber-js/min';
import { In, type EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/problems/problem.js';
import { toCaseResponse } from '../case-response.js';
import { normalPhone } from '../intake/contact-rules.js';
import { PEOPLE_WITH_DOCUMENT } from '../further-documents.js';
import { PeopleService } from '../people.service.js';
import { personIndexes } from '../person-index.js';
import { readReference } from '../reference.js';
import { Registration } from '../registration.entity.js';
import type { SearchRequest, SearchResponse } from './search.dto.js';
import { SearchesMade } from './searches-made.js';

const MOST = 10;

/**
 * Finds a case by something exact that the person says or shows. There is no browsing (standards: threat 1). The reason is
 * kept once for each person who was found, under that person's key.
 */
@Injectable()
export class SearchService {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly people: PeopleService,
    private readonly audit: AuditLog,
    private readonly made: SearchesMade,
  ) {}

  /** @throws Problem `invalid-input` where nothing, or more than one thing, is looked for; `too-many-searches` (429) */
  search(caller: Caller, request: SearchRequest): Promise<SearchResponse> {
    const { by, condition, value } = this.condition(request);
    const { reason } = request;
    return this.database.transaction(caller.posts, async (tx) => {
      await this.made.requireFewer(tx, caller);
      const registrations = await this.find(tx, condition, value);
      await this.audit.record(tx, caller, {
        action: 'registration.searched',
        subject: { kind: 'registration', id: null },
        postId: onlyPost(caller),
        detail: {
          by,
          found: registrations.map(({ id }) => id),
          reasonsSealed: registrations.map(({ person }) =>
            this.people.key(person).seal('search-reason', reason).toString('base64'),
          ),
        },
      });
      return {
        items: registrations.map((found) => toCaseResponse(found, this.people.identity(found.person))),
      };
    });
  }

  private condition({ reference, fullName, birthYear, documentNumber, phone }: SearchRequest) {
    const index = personIndexes(this.keyring);
    const ways = [
      reference !== undefined && {
        by: 'reference',
        condition: 'r.reference = $1',
        value: readReference(reference) ?? '',
      },
      fullName !== undefined && {
        by: 'name',
        condition: 'p.name_index = $1',
        value: index.name(fullName, birthYear),
      },
      documentNumber !== undefined && {
        by: 'document',
        condition: `p.id IN (${PEOPLE_WITH_DOCUMENT})`,
        value: index.document(documentNumber),
      },
      phone !== undefined && {
        by: 'phone',
        condition: 'p.phone_index = $1',
        value: index.phone(isValidPhoneNumber(phone) ? normalPhone(phone) : phone),
      },
    ].filter((way) => way !== false);
    const [way, another] = ways;
    if (!way || another) throw invalid({ pointer: '', code: 'exactly-one-expected' });
    return way;
  }

  private async find(tx: EntityManager, condition: string, value: string | Buffer): Promise<Registration[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT r.id FROM registration r JOIN person p ON p.id = r.person_id
       WHERE ${condition} AND p.wrapped_key IS NOT NULL ORDER BY r.received_at DESC LIMIT ${MOST}`,
      [value],
    );
    return tx.find(Registration, {
      where: { id: In(rows.map(({ id }) => id)) },
      relations: { person: true },
    });
  }
}
