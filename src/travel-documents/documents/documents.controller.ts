import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, MayBeAbsent, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { pdfAnswer } from '../../platform/http/inline-files.js';
import { DocumentPrinter } from '../pdf/document-printer.js';
import { CollectionService } from './collection.service.js';
import { DocumentEnding } from './document-ending.service.js';
import { DocumentReader } from './document-reader.js';
import {
  CollectionRequest,
  DocumentNumberQuery,
  RevocationRequest,
  TravelDocumentList,
  TravelDocumentResponse,
  VoidingRequest,
} from './documents.dto.js';

@ApiTags('travel documents')
@Controller('v1')
export class DocumentsController {
  constructor(
    private readonly reader: DocumentReader,
    private readonly ending: DocumentEnding,
    private readonly collection: CollectionService,
    private readonly printer: DocumentPrinter,
  ) {}

  @Get('registrations/:id/travel-documents')
  @Allow('officer', 'protection', 'approver', 'supervisor')
  @Answers(200, TravelDocumentList)
  ofRegistration(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TravelDocumentList> {
    return this.reader.ofRegistration(caller, id);
  }

  /** The document of a number: one that was found, or is handed in. */
  @Get('travel-documents')
  @Allow('officer', 'approver', 'supervisor', 'home-agency')
  @MayBeAbsent()
  @AnswersTagged(200, TravelDocumentResponse)
  byNumber(
    @CurrentCaller() caller: Caller,
    @Query() { number }: DocumentNumberQuery,
  ): Promise<TravelDocumentResponse> {
    return this.reader.byNumber(caller, number);
  }

  @Get('travel-documents/:id')
  @Allow('officer', 'approver', 'supervisor', 'home-agency')
  @AnswersTagged(200, TravelDocumentResponse)
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TravelDocumentResponse> {
    return this.reader.read(caller, id);
  }

  /** The sheet to print. On record as a read of personal data. */
  @Get('travel-documents/:id/file')
  @Allow('officer', 'approver')
  @ApiProduces('application/pdf')
  @Answers(200, undefined, 'One sheet of A4, PDF/A-2b.')
  async file(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.printer.print(caller, id));
  }

  /** Hands it out against a signature; an approver too, where the officer who is there is tied to the person. */
  @Post('travel-documents/:id/collection')
  @Allow('officer', 'approver')
  @Versioned()
  @AnswersTagged(200, TravelDocumentResponse)
  collect(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: CollectionRequest,
  ): Promise<TravelDocumentResponse> {
    return this.collection.collect(caller, id, version, body);
  }

  /** Is not handed out: misprinted, or wrong. Its sheet is spoiled. */
  @Post('travel-documents/:id/voiding')
  @Allow('officer')
  @Versioned()
  @AnswersTagged(200, TravelDocumentResponse)
  void(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: VoidingRequest,
  ): Promise<TravelDocumentResponse> {
    return this.ending.void(caller, id, version, reason);
  }

  /** Given back at the final border, or found after it was taken back. */
  @Post('travel-documents/:id/hand-in')
  @Allow('home-agency', 'officer')
  @Versioned()
  @AnswersTagged(200, TravelDocumentResponse)
  handIn(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<TravelDocumentResponse> {
    return this.ending.handIn(caller, id, version);
  }

  /** Takes it back for good: checks answer so from now on. */
  @Post('travel-documents/:id/revocation')
  @Allow('approver', 'supervisor')
  @Versioned()
  @AnswersTagged(200, TravelDocumentResponse)
  revoke(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: RevocationRequest,
  ): Promise<TravelDocumentResponse> {
    return this.ending.revoke(caller, id, version, reason);
  }
}
