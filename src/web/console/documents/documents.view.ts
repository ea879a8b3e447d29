import type { ExportResponse } from '../../../travel-documents/exports/exports.dto.js';
import type { ReportedListResponse } from '../../../identity/reported/reported.dto.js';
import type { TravelDocumentResponse } from '../../../travel-documents/documents/documents.dto.js';
import type {
  IssueBatchItemResponse,
  IssueBatchResponse,
} from '../../../travel-documents/issuance/batches/issue-batches.dto.js';
import type { DocumentSettingsResponse } from '../../../travel-documents/settings/settings.dto.js';
import type { FieldError } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

/** What the forms of the page do. */
export const DOCUMENT_ACTS = ['issue', 'hand-in', 'revoke', 'fee', 'reported'] as const;
export type DocumentAct = (typeof DOCUMENT_ACTS)[number];

export type ShownBatch = IssueBatchResponse & {
  by: string;
  /** Of a hundred. */
  percent: number;
};

/** Travel documents of the whole post: issued in batches, found again, no longer good, and what they cost. */
export interface DocumentsPage {
  batches: readonly ShownBatch[];
  /** Approved, and in no batch. */
  waiting: number;
  /** The number that was looked for, as typed. */
  number: string;
  found: TravelDocumentResponse | null;
  /** The day that was asked for, `YYYY-MM-DD`; what of it is no longer good. */
  day: string;
  exported: ExportResponse | null;
  reported: ReportedListResponse;
  /** Who read the list in. */
  reportedBy: string;
  settings: DocumentSettingsResponse;
  may: { issue: boolean; revoke: boolean; supervise: boolean };
  /** Of this copy of the forms: sent twice, it counts once. */
  formKey: string;
  done: DocumentAct | null;
  errors: readonly FieldError[];
  refused: Refusal | null;
}

/** One batch: how far it is, what stood in the way, and its file. */
export interface DocumentBatchPage {
  batch: ShownBatch;
  failed: readonly IssueBatchItemResponse[];
  moreFailed: boolean;
  mayPrint: boolean;
}

export const percentOf = ({ issued, failed, total }: IssueBatchResponse): number =>
  Math.floor((100 * (issued + failed)) / total);
