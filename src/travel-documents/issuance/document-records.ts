import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PhotosService } from '../../identity/photos/photos.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { together } from '../../platform/database/together.js';
import { newId } from '../../platform/ids.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import type { ApplicationRow } from '../applications/applications.sql.js';
import type { Holder } from '../applications/holder.js';
import { nextBlank, useBlank } from '../blanks/take-blank.js';
import { DocumentLife } from '../documents/document-life.service.js';
import { DocumentMaking } from './document-making.js';
import { takeNumber } from './document-series.js';

/** Writes an issued document, sealed under the person's key, on the sheet that comes next; what it replaces ends with it. */
@Injectable()
export class DocumentRecords {
  constructor(
    private readonly people: PeopleService,
    private readonly photos: PhotosService,
    private readonly life: DocumentLife,
    private readonly making: DocumentMaking,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the document's id. @throws Problem `validity-over`, `no-blanks` (409), `invalid-input` (422) */
  async write(
    tx: EntityManager,
    caller: Caller,
    { id: registrationId, postId, personId, person }: Registration,
    application: ApplicationRow,
  ): Promise<string> {
    const document = await this.making.begin(application);
    const key = this.people.key(person);
    const holder = key.open<Holder>('document-holder', application.holderSealed);
    const [portrait] = await together(
      this.photos.portraitSeen(tx, registrationId, application.decidedAt),
      this.life.endExpired(tx, caller, personId, document.today),
    );
    const { replacesId, replacesReason } = application;
    if (replacesId !== null && replacesReason !== null)
      await this.life.replace(tx, caller, replacesId, replacesReason);

    const [blank, number] = await together(nextBlank(tx, postId), takeNumber(tx, postId));
    const { content, seal, certificateReference } = await document.make(number, holder);
    const id = newId();
    const written = tx.query(
      `INSERT INTO travel_document (id, post_id, application_id, registration_id, person_id, number, status,
         content_sealed, seal_sealed, certificate_reference, issued_by, valid_until, portrait_sealed, blank_serial)
       VALUES ($1, $2, $3, $4, $5, $6, 'issued', $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        postId,
        application.id,
        registrationId,
        personId,
        number,
        key.seal('document-content', content),
        key.seal('document-seal', seal.toString('base64')),
        certificateReference,
        caller.id,
        application.validUntil,
        portrait && key.seal('document-portrait', portrait.toString('base64')),
        blank,
      ],
    );
    await together(
      written,
      blank === null ? Promise.resolve() : useBlank(tx, blank, id, caller.id),
      this.audit.record(tx, caller, {
        action: 'document.issued',
        subject: { kind: 'travel-document', id },
        postId,
        detail: { number, blank, applicationId: application.id },
      }),
    );
    return id;
  }
}
