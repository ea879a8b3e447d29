import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import { latinSpelling } from '../../platform/icao/latin-spelling.js';
import { PostsService } from '../../posts/posts.service.js';
import { PeopleService } from '../../registrations/people.service.js';
import { printedBirthDate } from '../issuance/printed-birth-date.js';
import type {
  ApplicationContentResponse,
  ApplicationPage,
  ApplicationQuery,
  ApplicationResponse,
} from './applications.dto.js';
import {
  APPLICATION_COLUMNS,
  type ApplicationListRow,
  readApplication,
  toApplicationResponse,
} from './applications.sql.js';
import { DocumentApplication } from './document-application.entity.js';
import type { Holder } from './holder.js';

/** Worklists and single applications; the content in clear only where it is about to be decided on. */
@Injectable()
export class ApplicationReader {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly posts: PostsService,
    private readonly audit: AuditLog,
  ) {}

  /** Oldest first. */
  list(caller: Caller, query: ApplicationQuery): Promise<ApplicationPage> {
    const page = keyset(query, ['timestamptz', 'uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<(ApplicationListRow & { cursor: string })[]>(
        `SELECT ${APPLICATION_COLUMNS}, a.applied_at::text AS cursor
         FROM document_application a JOIN registration r ON r.id = a.registration_id
         WHERE ($1::text IS NULL OR a.status = $1) AND ($2::timestamptz IS NULL OR (a.applied_at, a.id) > ($2, $3::uuid))
           AND ($5::uuid IS NULL OR a.registration_id = $5)
         ORDER BY a.applied_at, a.id LIMIT $4`,
        [query.status ?? null, ...page.after, page.limit + 1, query.registrationId ?? null],
      );
      return page.of(
        rows,
        ({ cursor, id }) => [cursor, id],
        ({ cursor: _, ...row }) => toApplicationResponse(row),
      );
    });
  }

  /** The latest application for each of these registrations, by its registration; none for those that have none. */
  async latestOf(
    caller: Caller,
    registrationIds: readonly string[],
  ): Promise<ReadonlyMap<string, ApplicationResponse>> {
    const rows = await this.database.transaction(caller.posts, (tx) =>
      tx.query<ApplicationListRow[]>(
        `SELECT DISTINCT ON (a.registration_id) ${APPLICATION_COLUMNS}
         FROM document_application a JOIN registration r ON r.id = a.registration_id
         WHERE a.registration_id = ANY($1::uuid[]) ORDER BY a.registration_id, a.applied_at DESC, a.id DESC`,
        [registrationIds],
      ),
    );
    const latest = rows.map(toApplicationResponse);
    return new Map(latest.map((application) => [application.registrationId, application]));
  }

  /** @throws Problem `not-found` */
  read(caller: Caller, id: string): Promise<ApplicationResponse> {
    return this.database.transaction(caller.posts, (tx) => readApplication(tx, id));
  }

  /** What would be printed. On record as a read of personal data. @throws Problem `not-found` */
  content(caller: Caller, id: string): Promise<ApplicationContentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { registrationId } = await readApplication(tx, id);
      const application = await tx.findOneByOrFail(DocumentApplication, { id });
      const { person } = await this.people.registration(tx, registrationId);
      await this.audit.record(tx, caller, {
        action: 'document.content-read',
        subject: { kind: 'document-application', id },
        postId: application.postId,
      });
      const key = this.people.key(person);
      const holder = key.open<Holder>('document-holder', application.holderSealed);
      const { sendingCountry } = await this.posts.byId(application.postId);
      const names = [holder.primaryName, holder.secondaryName].filter(Boolean);
      const old = application.oldPassportSealed;
      return {
        ...holder,
        latinName: latinSpelling(names.join(', '), sendingCountry).toUpperCase(),
        birthDate: printedBirthDate(holder.birthDate),
        oldPassport: old && key.open<string>('old-passport', old),
      };
    });
  }
}
