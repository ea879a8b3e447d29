import { Injectable } from '@nestjs/common';
import {
  ApplicationRequest,
  ApprovalRequest,
  DeclineRequest,
} from '../../../travel-documents/applications/applications.dto.js';
import { ApplicationsService } from '../../../travel-documents/applications/applications.service.js';
import { CollectionService } from '../../../travel-documents/documents/collection.service.js';
import { DocumentEnding } from '../../../travel-documents/documents/document-ending.service.js';
import {
  CollectionRequest,
  RevocationRequest,
  VoidingRequest,
} from '../../../travel-documents/documents/documents.dto.js';
import { IssuanceService } from '../../../travel-documents/issuance/issuance.service.js';
import { typed } from '../../forms/check-form.js';
import { requestOf } from '../../forms/request-of.js';
import { applicationOfForm } from './application-of-form.js';
import type { SentAct } from './case-section.js';

/** Applying, deciding, issuing, handing out, taking back. */
@Injectable()
export class TravelDocumentActs {
  readonly acts = {
    'document-apply': ({ caller, registrationId, fields, once }: SentAct) => {
      const request = requestOf(ApplicationRequest, applicationOfForm(fields));
      return this.applications.apply(caller, registrationId, request, once);
    },
    'document-approve': ({ caller, subject, version, fields }: SentAct) =>
      this.applications.approve(caller, subject, version, requestOf(ApprovalRequest, fields).seen),
    'document-decline': ({ caller, subject, version, fields }: SentAct) =>
      this.applications.decline(caller, subject, version, requestOf(DeclineRequest, fields).reason),
    'document-issue': ({ caller, subject, version }: SentAct) =>
      this.issuance.issue(caller, subject, version),
    'document-collect': ({ caller, subject, version, fields }: SentAct) =>
      this.collection.collect(
        caller,
        subject,
        version,
        requestOf(CollectionRequest, { ...fields, signed: typed(fields, 'signed') === 'yes' }),
      ),
    'document-void': ({ caller, subject, version, fields }: SentAct) =>
      this.ending.void(caller, subject, version, requestOf(VoidingRequest, fields).reason),
    'document-revoke': ({ caller, subject, version, fields }: SentAct) =>
      this.ending.revoke(caller, subject, version, requestOf(RevocationRequest, fields).reason),
  };

  constructor(
    private readonly applications: ApplicationsService,
    private readonly issuance: IssuanceService,
    private readonly ending: DocumentEnding,
    private readonly collection: CollectionService,
  ) {}
}
