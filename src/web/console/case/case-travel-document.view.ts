import type { ApplicationStatus } from '../../../travel-documents/applications/application-status.js';
import type { DocumentStatus } from '../../../travel-documents/documents/document-status.js';

/** From the application to the paper in the person's hand. */
export interface TravelDocumentSection {
  application: ApplicationPanel | null;
  document: DocumentPanel | null;
  /** What would be printed; only for an approver who is about to decide. */
  content: PrintedContent | null;
}

export interface ApplicationPanel {
  id: string;
  status: ApplicationStatus;
  appliedBy: string;
  appliedAt: string;
  /** The reader applied for it: nobody approves their own work. */
  own: boolean;
  destination: string;
  validUntil: string;
  transit: readonly string[];
  journeyOn: string | null;
  feeAmount: number;
  feeCurrency: string;
  waiverReason: string | null;
  receiptNumber: string | null;
  /** What whoever approves must look at. */
  flags: readonly string[];
  replacesReason: string | null;
  familyId: string | null;
  declineReason: string | null;
  version: number;
}

export interface DocumentPanel {
  id: string;
  number: string;
  blank: string | null;
  collectedAs: string | null;
  status: DocumentStatus;
  validUntil: string;
  version: number;
}

export interface PrintedContent {
  primaryName: string;
  secondaryName: string;
  /** As the visible zone shows it. */
  latinName: string;
  birthDate: string;
  placeOfBirth: string;
  sex: 'F' | 'M' | 'X';
  oldPassport: string | null;
  /** Whether there is a photograph to print. */
  portrait: boolean;
  /** Goes along with an approval: what is approved was shown. */
  seen: string;
}
