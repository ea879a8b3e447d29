import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller.js';
import { DocumentEnding } from '../../../travel-documents/documents/document-ending.service.js';
import { RevocationRequest } from '../../../travel-documents/documents/documents.dto.js';
import { IssueBatches } from '../../../travel-documents/issuance/batches/issue-batches.service.js';
import { DocumentFeeRequest } from '../../../travel-documents/settings/settings.dto.js';
import { DocumentSettings } from '../../../travel-documents/settings/settings.service.js';
import { typed } from '../../forms/check-form.js';
import { requestOf } from '../../forms/request-of.js';
import { decimal } from '../../forms/typed-values.js';
import type { SentForm } from '../../forms/sent-form.js';
import type { DocumentAct } from './documents.view.js';

type FormAct = Exclude<DocumentAct, 'reported'>;

/** Who may do what on the page: the same as the API's routes say. */
export const DOCUMENT_ACT_ROLES: Readonly<Record<FormAct, readonly string[]>> = {
  issue: ['officer'],
  'hand-in': ['officer'],
  revoke: ['approver', 'supervisor'],
  fee: ['supervisor'],
};

/** What the forms of the page do. */
@Injectable()
export class DocumentActs {
  private readonly acts: Readonly<Record<FormAct, (sent: SentForm) => Promise<string | undefined>>> = {
    issue: async ({ caller, once }) => (await this.batches.begin(caller, {}, once)).id,
    'hand-in': async ({ caller, subject, version }) => {
      await this.ending.handIn(caller, subject, version);
      return undefined;
    },
    revoke: async ({ caller, subject, version, fields }) => {
      const { reason } = requestOf(RevocationRequest, { reason: typed(fields, 'reason') });
      await this.ending.revoke(caller, subject, version, reason);
      return undefined;
    },
    fee: async ({ caller, fields }) => {
      const fee = decimal(fields, 'fee') ?? NaN;
      const currency = typed(fields, 'currency').trim().toUpperCase();
      await this.settings.setFee(caller, requestOf(DocumentFeeRequest, { fee, currency }));
      return undefined;
    },
  };

  constructor(
    private readonly batches: IssueBatches,
    private readonly ending: DocumentEnding,
    private readonly settings: DocumentSettings,
  ) {}

  may({ role }: Caller, act: DocumentAct): act is FormAct {
    return act !== 'reported' && DOCUMENT_ACT_ROLES[act].includes(role);
  }

  /** @returns the batch that was begun, if one was */
  do(act: DocumentAct, sent: SentForm): Promise<string | undefined> {
    return this.acts[act as FormAct](sent);
  }
}
