import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MessagesModule } from '../notifications/messages.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { DuplicatesModule } from '../duplicates/duplicates.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { ApplicationDraft } from './applications/application-draft.js';
import { ApplicationFlags } from './applications/application-flags.js';
import { ApplicationRecords } from './applications/application-records.js';
import { ApplicationContents } from './applications/application-contents.js';
import { ApplicationReader } from './applications/application-reader.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { ApplicationsService } from './applications/applications.service.js';
import { DocumentApplication } from './applications/document-application.entity.js';
import { BlanksModule } from './blanks/blanks.module.js';
import { CheckedRecords } from './checks/checked-records.js';
import { DocumentChecksController } from './checks/document-checks.controller.js';
import { DocumentChecksService } from './checks/document-checks.service.js';
import { PictureReader } from './checks/picture-reader.js';
import { DocumentFollowing } from './document-following.js';
import { DocumentForgetting } from './document-forgetting.js';
import { DocumentTelling } from './document-telling.js';
import { DocumentRetention } from './document-retention.js';
import { DocumentMergeObjection } from './documents/merge-objection.js';
import { CollectionService } from './documents/collection.service.js';
import { DocumentEnding } from './documents/document-ending.service.js';
import { DocumentLife } from './documents/document-life.service.js';
import { DocumentReader } from './documents/document-reader.js';
import { DocumentSeries } from './documents/document-series.entity.js';
import { DocumentsController } from './documents/documents.controller.js';
import { TravelDocument } from './documents/travel-document.entity.js';
import { ExportTimetable } from './exports/export-timetable.js';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsService } from './exports/exports.service.js';
import { FamiliesController } from './families/families.controller.js';
import { FamiliesService } from './families/families.service.js';
import { FamilyApplications } from './families/family-applications.service.js';
import { DocumentMaking } from './issuance/document-making.js';
import { DocumentRecords } from './issuance/document-records.js';
import { IssueBatch } from './issuance/batches/issue-batch.entity.js';
import { IssueBatchJobs } from './issuance/batches/issue-batch-jobs.js';
import { IssueBatchReader } from './issuance/batches/issue-batch-reader.js';
import { IssueBatchesController } from './issuance/batches/issue-batches.controller.js';
import { IssueBatches } from './issuance/batches/issue-batches.service.js';
import { IssuingBatches } from './issuance/batches/issuing-batches.service.js';
import { DocumentIssue } from './issuance/document-issue.js';
import { IssuanceService } from './issuance/issuance.service.js';
import { BatchPrinter } from './pdf/batch-printer.js';
import { DocumentPrinter } from './pdf/document-printer.js';
import { SignedSheets } from './pdf/signed-sheets.js';
import { DrawingRoom } from './pdf/drawing-room.js';
import { DrawingProcess } from './pdf/drawing/drawing-process.js';
import { DocumentKeys } from './pki/document-keys.js';
import { PkiController } from './pki/pki.controller.js';
import { RevokedDocumentsService } from './pki/revoked-documents.service.js';
import { DocumentSettingsController } from './settings/settings.controller.js';
import { DocumentSettings } from './settings/settings.service.js';
import { Turns } from './turns.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([DocumentApplication, TravelDocument, DocumentSeries, IssueBatch]),
    PostsModule,
    MessagesModule,
    RegistrationsModule,
    IdentityModule,
    DuplicatesModule,
    BlanksModule,
  ],
  controllers: [
    ExportsController,
    FamiliesController,
    ApplicationsController,
    DocumentsController,
    IssueBatchesController,
    DocumentSettingsController,
    DocumentChecksController,
    PkiController,
  ],
  providers: [
    ApplicationsService,
    ApplicationReader,
    ApplicationDraft,
    ApplicationFlags,
    ApplicationRecords,
    DocumentIssue,
    IssuanceService,
    DocumentMaking,
    DocumentRecords,
    DocumentReader,
    DocumentEnding,
    DocumentLife,
    CollectionService,
    DocumentFollowing,
    DocumentTelling,
    DocumentRetention,
    DocumentForgetting,
    ExportsService,
    ExportTimetable,
    FamilyApplications,
    FamiliesService,
    ApplicationContents,
    DocumentMergeObjection,
    DocumentSettings,
    IssueBatches,
    IssueBatchReader,
    IssuingBatches,
    IssueBatchJobs,
    BatchPrinter,
    SignedSheets,
    DocumentPrinter,
    DrawingRoom,
    DrawingProcess,
    DocumentChecksService,
    PictureReader,
    CheckedRecords,
    DocumentKeys,
    RevokedDocumentsService,
    Turns,
  ],
  exports: [
    BlanksModule,
    ApplicationsService,
    ApplicationReader,
    IssuanceService,
    DocumentReader,
    DocumentEnding,
    DocumentLife,
    CollectionService,
    DocumentSettings,
    IssueBatches,
    IssueBatchReader,
    BatchPrinter,
    DocumentPrinter,
    FamilyApplications,
    FamiliesService,
    ExportsService,
    DocumentChecksService,
    DocumentKeys,
    RevokedDocumentsService,
  ],
})
export class TravelDocumentsModule {}
