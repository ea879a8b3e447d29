import { Controller, Get, Header } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { AllowEveryone } from '../../platform/auth/allow.js';
import { Answers } from '../../platform/http/answers.js';
import { DocumentKeys } from './document-keys.js';
import { RevokedDocumentsPage } from './pki.dto.js';
import { RevokedDocumentsService } from './revoked-documents.service.js';

const PEM = 'application/x-pem-file';
/** Revocations are to be out within 48 hours; five minutes are. */
const KEPT = 'public, max-age=300';

/** What verifiers without a connection load beforehand (ICAO Doc 9303-12). */
@ApiTags('document checks')
@Controller('pki')
export class PkiController {
  constructor(
    private readonly keys: DocumentKeys,
    private readonly revoked: RevokedDocumentsService,
  ) {}

  /** Country signing CAs. Compare them with what your authorities received by diplomatic means. */
  @Get('csca.pem')
  @AllowEveryone()
  @ApiProduces(PEM)
  @Header('content-type', PEM)
  @Header('cache-control', KEPT)
  @Answers(200, String)
  async authorities(): Promise<string> {
    return bundle((await this.keys.trustMaterial()).authorities);
  }

  /** Seal signers, former ones included. */
  @Get('signer.pem')
  @AllowEveryone()
  @ApiProduces(PEM)
  @Header('content-type', PEM)
  @Header('cache-control', KEPT)
  @Answers(200, String)
  async signers(): Promise<string> {
    return bundle((await this.keys.trustMaterial()).signers);
  }

  /** Signers whose certificates were taken back. */
  @Get('crl.pem')
  @AllowEveryone()
  @ApiProduces(PEM)
  @Header('content-type', PEM)
  @Header('cache-control', KEPT)
  @Answers(200, String)
  async revocationLists(): Promise<string> {
    return bundle((await this.keys.trustMaterial()).revocationLists);
  }

  /** Numbers of documents that are no longer good, signed. */
  @Get('revoked.json')
  @AllowEveryone()
  @Header('cache-control', KEPT)
  @Answers(200, RevokedDocumentsPage)
  revokedDocuments(): Promise<RevokedDocumentsPage> {
    return this.revoked.lists();
  }
}

const bundle = (pems: readonly string[]): string => pems.map((pem) => `${pem.trim()}\n`).join('');
