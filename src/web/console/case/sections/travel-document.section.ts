import { Injectable } from '@nestjs/common';
import { Ties } from '../../../../identity/assignment/ties.service.js';
import type { Caller } from '../../../../platform/auth/caller.js';
import { ApplicationReader } from '../../../../travel-documents/applications/application-reader.js';
import { DocumentReader } from '../../../../travel-documents/documents/document-reader.js';
import { StaffNames } from '../../staff-names.js';
import type { CaseSection } from '../case-section.js';
import type { ApplicationPanel, DocumentPanel } from '../case-travel-document.view.js';
import { TravelDocumentActs } from '../travel-document-acts.js';
import { documentOffers } from '../travel-document-offers.js';

/** From the application to the paper in the person's hand. */
@Injectable()
export class TravelDocumentSectionOfCase implements CaseSection<'travelDocument'> {
  readonly name = 'travelDocument';
  readonly acts;

  constructor(
    private readonly applications: ApplicationReader,
    private readonly documents: DocumentReader,
    private readonly names: StaffNames,
    private readonly ties: Ties,
    documentActs: TravelDocumentActs,
  ) {
    this.acts = documentActs.acts;
  }

  async read(caller: Caller, registrationId: string) {
    const [application, document, tied] = await Promise.all([
      // protection officers see the document that there is, not who asked for it or why it was refused
      caller.role === 'protection' ? null : this.latestApplication(caller, registrationId),
      this.latestDocument(caller, registrationId),
      this.ties.between(caller, registrationId),
    ]);
    const offers = tied ? [] : documentOffers(application, document);
    const decides = caller.role === 'approver' && offers.includes('document-approve');
    const content = decides && application ? await this.applications.content(caller, application.id) : null;
    return { section: { application, document, content }, offers, next: nextOf(offers) };
  }

  private async latestApplication(caller: Caller, registrationId: string): Promise<ApplicationPanel | null> {
    const latest = (await this.applications.latestOf(caller, [registrationId])).get(registrationId);
    if (!latest) return null;
    const name = await this.names.of([latest.appliedBy]);
    const { registrationId: _, reference: __, feeWaived: ___, appliedBy, decidedBy: ____, ...shown } = latest;
    return { ...shown, own: appliedBy === caller.id, appliedBy: name(appliedBy) };
  }

  private async latestDocument(caller: Caller, registrationId: string): Promise<DocumentPanel | null> {
    const { items } = await this.documents.ofRegistration(caller, registrationId);
    const [latest] = items;
    if (!latest) return null;
    const { id, number, blank, status, collectedAs, validUntil, version } = latest;
    return { id, number, blank, status, collectedAs, validUntil, version };
  }
}

/** To take back, or to replace what is good, is never what moves a case on. */
const nextOf = ([first]: ReturnType<typeof documentOffers>) =>
  first === 'document-revoke' ? undefined : first;
