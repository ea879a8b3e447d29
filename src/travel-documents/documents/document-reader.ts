import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Ties } from '../../identity/assignment/ties.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { together } from '../../platform/database/together.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { OpenedCases } from '../../registrations/disclosure/opened-cases.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Person } from '../../registrations/person.entity.js';
import { Registration } from '../../registrations/registration.entity.js';
import type { DocumentContent } from '../issuance/document-content.js';
import { documentIsOut } from './document-status.js';
import type { TravelDocumentList, TravelDocumentResponse } from './documents.dto.js';
import { findDocument, toTravelDocumentResponse } from './documents.sql.js';
import { TravelDocument } from './travel-document.entity.js';

/** Everything that is needed to draw a document again, exactly as it was issued. */
export interface PrintableDocument {
  content: DocumentContent;
  /** The bytes of its visible digital seal. */
  seal: Buffer;
  /** A JPEG of 35 × 45 mm, or null where the photograph is glued in. */
  portrait: Buffer | null;
  issuedAt: Date;
}

/** Documents as they are on record; their content only for printing. What staff read is put on record. */
@Injectable()
export class DocumentReader {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly ties: Ties,
    private readonly openedCases: OpenedCases,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `not-found` */
  read(caller: Caller, id: string): Promise<TravelDocumentResponse> {
    return this.database.transaction(caller.posts, async (tx) =>
      this.shown(tx, caller, await findDocument(tx, id)),
    );
  }

  /** @param number as printed: two letters and seven digits. @throws Problem `not-found` */
  byNumber(caller: Caller, number: string): Promise<TravelDocumentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const found = await tx.findOneBy(TravelDocument, { number });
      if (!found) throw notFound();
      return this.shown(tx, caller, found);
    });
  }

  /** Every document of a registration, the latest first. A person's look at their own is on record elsewhere. @throws Problem `not-found` */
  ofRegistration(caller: Caller, registrationId: string): Promise<TravelDocumentList> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { postId } = await this.people.registration(tx, registrationId);
      if (caller.role !== 'person')
        await this.audit.record(tx, caller, {
          action: 'document.documents-read',
          subject: { kind: 'registration', id: registrationId },
          postId,
        });
      const found = await tx.find(TravelDocument, {
        where: { registrationId },
        order: { issuedAt: 'DESC', id: 'DESC' },
      });
      return { items: found.map(toTravelDocumentResponse) };
    });
  }

  /**
   * What is to be printed. On record as a read of personal data.
   * @throws Problem `not-found`, 409: `not-in-this-state` (a document that is no longer good is not printed again), `tied-to-person`,
   * 429: `too-many-documents`, `too-many-cases`
   */
  printable(caller: Caller, id: string): Promise<PrintableDocument> {
    return this.database.transaction(caller.posts, async (tx) => {
      const document = await findDocument(tx, id);
      if (!documentIsOut(document.status)) throw new Problem('conflict', 'not-in-this-state');
      await this.ties.requireNone(tx, caller, document.registrationId);
      await this.countPrinted(tx, caller, [document]);
      const [printable] = await together(
        this.open(tx, document),
        this.audit.record(tx, caller, {
          action: 'document.printed',
          subject: { kind: 'travel-document', id },
          postId: document.postId,
        }),
      );
      return printable;
    });
  }

  /**
   * Counts what the caller is about to print: what waits to be handed out is a day's work; what was handed out is one case among others.
   * Joins the caller's transaction. @throws Problem 429: `too-many-documents`, `too-many-cases`
   */
  async countPrinted(
    tx: EntityManager,
    caller: Caller,
    documents: readonly Pick<TravelDocument, 'registrationId' | 'postId' | 'status'>[],
  ): Promise<void> {
    const of = (collected: boolean) =>
      documents
        .filter(({ status }) => (status === 'collected') === collected)
        .map(({ registrationId, postId }) => ({ id: registrationId, postId }));
    await this.openedCases.countDocuments(tx, caller, ...of(false));
    await this.openedCases.count(tx, caller, ...of(true));
  }

  private async shown(tx: EntityManager, caller: Caller, document: TravelDocument) {
    await this.audit.record(tx, caller, {
      action: 'document.read',
      subject: { kind: 'travel-document', id: document.id },
      postId: document.postId,
    });
    return toTravelDocumentResponse(document);
  }

  /** Joins the caller's transaction, and leaves it to the caller to put on record. @throws Problem `erased` (409) */
  async open(tx: EntityManager, document: TravelDocument): Promise<PrintableDocument> {
    const [opened] = await this.openAll(tx, [document]);
    return opened!;
  }

  /** The same of several, in their order. */
  async openAll(tx: EntityManager, documents: readonly TravelDocument[]): Promise<PrintableDocument[]> {
    const registrations = await tx.find(Registration, {
      where: { id: In(documents.map(({ registrationId }) => registrationId)) },
      relations: { person: true },
    });
    const people = new Map(registrations.map(({ id, person }) => [id, person]));
    return documents.map((document) => this.opened(document, people.get(document.registrationId)));
  }

  private opened(document: TravelDocument, person: Person | undefined): PrintableDocument {
    if (!person) throw notFound();
    const key = this.people.key(person);
    return {
      content: key.open<DocumentContent>('document-content', document.contentSealed),
      seal: Buffer.from(key.open<string>('document-seal', document.sealSealed), 'base64'),
      portrait: document.portraitSealed
        ? Buffer.from(key.open<string>('document-portrait', document.portraitSealed), 'base64')
        : null,
      issuedAt: document.issuedAt,
    };
  }
}
