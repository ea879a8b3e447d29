import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { pdfAnswer } from '../../../platform/http/inline-files.js';
import { notFound } from '../../../platform/problems/problem.js';
import { DocumentReader } from '../../../travel-documents/documents/document-reader.js';
import { DocumentPrinter } from '../../../travel-documents/pdf/document-printer.js';
import { PageController } from '../../frame/page-controller.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';

/** The sheet to print, from the case page. */
@PageController('console/cases/:id/travel-document.pdf')
export class DocumentFileController {
  constructor(
    private readonly documents: DocumentReader,
    private readonly printer: DocumentPrinter,
  ) {}

  @Get()
  @Allow('officer', 'approver')
  async file(
    @CurrentVisit() { caller, reply }: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { items } = await this.documents.ofRegistration(caller, id);
    if (!items[0]) throw notFound();
    const file = await this.printer.print(caller, items[0].id);
    reply.header('cache-control', 'no-store');
    return pdfAnswer(file);
  }
}
