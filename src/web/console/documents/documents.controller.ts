import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { ReportedPapers } from '../../../identity/reported/reported-papers.service.js';
import { Allow } from '../../../platform/auth/allow.js';
import { csvAnswer } from '../../../platform/http/csv-answer.js';
import { sentFile } from '../../../platform/http/sent-file.js';
import { notFound, Problem } from '../../../platform/problems/problem.js';
import { exportCsv } from '../../../travel-documents/exports/export-csv.js';
import { ExportQuery } from '../../../travel-documents/exports/exports.dto.js';
import { ExportsService } from '../../../travel-documents/exports/exports.service.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { answerTo } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { sentForm } from '../../forms/sent-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { DocumentActs } from './document-acts.js';
import { type Asked, DocumentPages } from './document-pages.js';
import { DOCUMENT_ACTS, type DocumentAct } from './documents.view.js';

/** Travel documents of the whole post: batches, papers found again, exports, the bureau's list and the fee. */
@PageController()
export class DocumentsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly documents: DocumentPages,
    private readonly acts: DocumentActs,
    private readonly exports: ExportsService,
    private readonly reported: ReportedPapers,
  ) {}

  @Get(paths.documents)
  @Allow('officer', 'approver', 'supervisor')
  async show(@CurrentVisit() visit: GuardedVisit, @Query() query: FormBody) {
    const done = typed(query, 'done');
    const asked = { number: typed(query, 'number'), day: typed(query, 'day') };
    try {
      const model = await this.documents.of(visit.caller, asked, { done: isAct(done) ? done : null });
      return this.pages.show(visit, 'console/documents', model);
    } catch (error) {
      return this.refuse(visit, {}, asked.number === '' ? 'day' : 'number', error);
    }
  }

  /** Of one day, as the bureau takes it. */
  @Get(paths.documentExport)
  @Allow('supervisor')
  async csv(@CurrentVisit() { caller, reply }: GuardedVisit, @Query() query: FormBody) {
    const { day } = requestOf(ExportQuery, { day: typed(query, 'day') });
    const found = await this.exports.read(caller, day);
    return csvAnswer(reply, `travel-documents-${found.post}-${day}.csv`, exportCsv(found));
  }

  /** The bureau's list, as a file. */
  @Post(paths.documentsAct('reported'))
  @Allow('supervisor')
  async read(@CurrentVisit() visit: GuardedVisit) {
    try {
      const { bytes } = await sentFile(visit.request, 'file');
      await this.reported.import(visit.caller, bytes);
    } catch (error) {
      return this.refuse(visit, {}, 'file', error);
    }
    return this.pages.goTo(visit, `${paths.documents}?done=reported`);
  }

  @Post(paths.documentsAct(':act'))
  @Allow('officer', 'approver', 'supervisor')
  async act(@CurrentVisit() visit: GuardedVisit, @Param('act') act: string, @Body() body: FormBody) {
    if (!isAct(act) || !this.acts.may(visit.caller, act)) throw notFound();
    const sent = sentForm(visit, `documents ${act}`, body);
    let batch: string | undefined;
    try {
      batch = await this.acts.do(act, sent);
    } catch (error) {
      return this.refuse(visit, { number: typed(body, 'number') }, act, error);
    }
    return this.pages.goTo(visit, batch ? paths.documentBatch(batch) : `${paths.documents}?done=${act}`);
  }

  /** The page as it is now, with what is wrong beside the field or above everything. */
  private async refuse(visit: GuardedVisit, asked: Asked, at: string, error: unknown) {
    if (error instanceof Problem && error.kind === 'not-found' && at === 'number')
      return this.page(visit, {}, { errors: [{ field: 'number', code: 'no-such-document' }] }, 404);
    // rows of a list are named after its file
    const { errors, refused } = answerTo(error, at === 'file' ? () => 'file' : {});
    return this.page(visit, asked, { errors: errors.slice(0, 3), refused });
  }

  private async page(visit: GuardedVisit, asked: Asked, moment: object, status?: number) {
    const model = await this.documents.of(visit.caller, asked, moment);
    return this.pages.show(visit, 'console/documents', model, status);
  }
}

const isAct = (text: string): text is DocumentAct => (DOCUMENT_ACTS as readonly string[]).includes(text);
