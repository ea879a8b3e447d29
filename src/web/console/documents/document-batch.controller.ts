import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { pdfAnswer } from '../../../platform/http/inline-files.js';
import { IssueBatchReader } from '../../../travel-documents/issuance/batches/issue-batch-reader.js';
import { BatchPrinter } from '../../../travel-documents/pdf/batch-printer.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { DocumentPages } from './document-pages.js';

const SHOWN = 50;

/** One batch: watched while it runs, and printed when it is done. */
@PageController()
export class DocumentBatchController {
  constructor(
    private readonly pages: Pages,
    private readonly documents: DocumentPages,
    private readonly reader: IssueBatchReader,
    private readonly printer: BatchPrinter,
  ) {}

  @Get(paths.documentBatch(':id'))
  @Allow('officer', 'approver', 'supervisor')
  async show(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    const { caller } = visit;
    const batch = await this.documents.shown(await this.reader.read(caller, id));
    const { items: failed, next } = await this.reader.items(caller, id, { state: 'failed', limit: SHOWN });
    const mayPrint = caller.role !== 'supervisor' && batch.state === 'done' && batch.issued > 0;
    const model = { batch, failed, moreFailed: next !== null, mayPrint };
    return this.pages.show(visit, 'console/document-batch', model);
  }

  /** Only how far it is, to be put into the page that is open. */
  @Get(paths.documentBatchProgress(':id'))
  @Allow('officer', 'approver', 'supervisor')
  async progress(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    const batch = await this.documents.shown(await this.reader.read(visit.caller, id));
    return this.pages.show(visit, 'console/document-batch-progress', { batch });
  }

  @Get(paths.documentBatchFile(':id'))
  @Allow('officer', 'approver')
  async file(
    @CurrentVisit() { caller, reply }: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const file = await this.printer.print(caller, id);
    reply.header('cache-control', 'no-store');
    return pdfAnswer(file);
  }
}
