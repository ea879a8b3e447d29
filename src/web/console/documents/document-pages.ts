import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller.js';
import { newId } from '../../../platform/ids.js';
import { ReportedPapers } from '../../../identity/reported/reported-papers.service.js';
import { DocumentReader } from '../../../travel-documents/documents/document-reader.js';
import { DocumentNumberQuery } from '../../../travel-documents/documents/documents.dto.js';
import { ExportQuery } from '../../../travel-documents/exports/exports.dto.js';
import { ExportsService } from '../../../travel-documents/exports/exports.service.js';
import { IssueBatchReader } from '../../../travel-documents/issuance/batches/issue-batch-reader.js';
import type { IssueBatchResponse } from '../../../travel-documents/issuance/batches/issue-batches.dto.js';
import { DocumentSettings } from '../../../travel-documents/settings/settings.service.js';
import { requestOf } from '../../forms/request-of.js';
import { StaffNames } from '../staff-names.js';
import { type DocumentsPage, percentOf, type ShownBatch } from './documents.view.js';

const SHOWN = 10;

/** What was asked of the page: a number that was found, a day of the export. */
export interface Asked {
  number?: string;
  day?: string;
}

type Moment = Partial<Pick<DocumentsPage, 'done' | 'errors' | 'refused'>>;

/** Puts the page of documents together. */
@Injectable()
export class DocumentPages {
  constructor(
    private readonly batches: IssueBatchReader,
    private readonly documents: DocumentReader,
    private readonly exports: ExportsService,
    private readonly reported: ReportedPapers,
    private readonly settings: DocumentSettings,
    private readonly names: StaffNames,
  ) {}

  /** @throws Problem `invalid-input` (422: the number or the day), `not-found` (the number) */
  async of(caller: Caller, asked: Asked, moment: Moment): Promise<DocumentsPage> {
    const supervises = caller.role === 'supervisor';
    const number = (asked.number ?? '').replace(/\s/g, '').toUpperCase();
    const day = supervises ? (asked.day ?? '') : '';
    const found = number === '' ? null : await this.find(caller, number);
    const exported = day === '' ? null : await this.exports.read(caller, requestOf(ExportQuery, { day }).day);
    const [{ items }, waiting, reported, settings] = await Promise.all([
      this.batches.list(caller, { limit: SHOWN }),
      this.batches.waiting(caller),
      this.reported.latest(caller),
      this.settings.read(caller),
    ]);
    const name = await this.names.of([...items.map(({ startedBy }) => startedBy), reported.importedBy]);
    return {
      batches: items.map((batch) => ({
        ...batch,
        by: name(batch.startedBy),
        percent: percentOf(batch),
      })),
      waiting,
      number,
      found,
      day,
      exported,
      reported,
      reportedBy: reported.importedBy === null ? '' : name(reported.importedBy),
      settings,
      may: {
        issue: caller.role === 'officer',
        revoke: caller.role === 'approver' || supervises,
        supervise: supervises,
      },
      formKey: newId(),
      done: null,
      errors: [],
      refused: null,
      ...moment,
    };
  }

  async shown(batch: IssueBatchResponse): Promise<ShownBatch> {
    const name = await this.names.of([batch.startedBy]);
    return { ...batch, by: name(batch.startedBy), percent: percentOf(batch) };
  }

  private find(caller: Caller, typed: string) {
    const { number } = requestOf(DocumentNumberQuery, { number: typed });
    return this.documents.byNumber(caller, number);
  }
}
