import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import { notFound } from '../../platform/problems/problem.js';
import { OpenedCases } from '../../registrations/disclosure/opened-cases.js';
import { ApplicationContents } from './application-contents.js';
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
import type { FamilyResponse } from '../families/families.dto.js';
import { findFamily } from '../families/family-record.js';
import { DocumentApplication } from './document-application.entity.js';

/** Worklists and single applications; the content in clear only where it is about to be decided on. */
@Injectable()
export class ApplicationReader {
  constructor(
    private readonly database: Database,
    private readonly contents: ApplicationContents,
    private readonly opened: OpenedCases,
    private readonly audit: AuditLog,
  ) {}

  /** Oldest first. Those of one person are on record as read; the worklist has no more of people than their references. */
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
      if (query.registrationId !== undefined) await this.noteRead(tx, caller, rows.slice(0, page.limit));
      return page.of(
        rows,
        ({ cursor, id }) => [cursor, id],
        ({ cursor: _, ...row }) => toApplicationResponse(row),
      );
    });
  }

  /** The latest application for each of these registrations, by its registration; none for those that have none. On record. */
  async latestOf(
    caller: Caller,
    registrationIds: readonly string[],
  ): Promise<ReadonlyMap<string, ApplicationResponse>> {
    const rows = await this.database.transaction(caller.posts, async (tx) => {
      const found = await tx.query<ApplicationListRow[]>(
        `SELECT DISTINCT ON (a.registration_id) ${APPLICATION_COLUMNS}
         FROM document_application a JOIN registration r ON r.id = a.registration_id
         WHERE a.registration_id = ANY($1::uuid[]) ORDER BY a.registration_id, a.applied_at DESC, a.id DESC`,
        [registrationIds],
      );
      await this.noteRead(tx, caller, found);
      return found;
    });
    const latest = rows.map(toApplicationResponse);
    return new Map(latest.map((application) => [application.registrationId, application]));
  }

  /** On record as a read. @throws Problem `not-found` */
  read(caller: Caller, id: string): Promise<ApplicationResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const application = await readApplication(tx, id);
      await this.noteRead(tx, caller, [application]);
      return application;
    });
  }

  /** Those that were made together. On record as a read of each. @throws Problem `not-found` */
  family(caller: Caller, familyId: string): Promise<FamilyResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const family = await findFamily(tx, familyId);
      await this.noteRead(tx, caller, family.applications);
      return family;
    });
  }

  /**
   * What would be printed. On record as a read of personal data. An approver has a day's decisions to take; other looks are at one case among others.
   * @throws Problem `not-found`, 429: `too-many-documents`, `too-many-cases`
   */
  content(caller: Caller, id: string): Promise<ApplicationContentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const application = await tx.findOneBy(DocumentApplication, { id });
      if (!application) throw notFound();
      const opened = { id: application.registrationId, postId: application.postId };
      if (caller.role === 'approver' && application.status === 'applied')
        await this.opened.countDocuments(tx, caller, opened);
      else await this.opened.count(tx, caller, opened);
      await this.audit.record(tx, caller, {
        action: 'document.content-read',
        subject: { kind: 'document-application', id },
        postId: application.postId,
      });
      return this.contents.of(tx, caller, application);
    });
  }

  private async noteRead(
    tx: EntityManager,
    caller: Caller,
    read: readonly Pick<ApplicationResponse, 'id'>[],
  ): Promise<void> {
    const applications = await tx.find(DocumentApplication, {
      select: { id: true, postId: true },
      where: { id: In(read.map(({ id }) => id)) },
    });
    const events = applications.map(({ id, postId }) => ({
      action: 'document.application-read',
      subject: { kind: 'document-application', id },
      postId,
    }));
    if (events.length > 0) await this.audit.record(tx, caller, ...events);
  }
}
