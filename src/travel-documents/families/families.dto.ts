import { Choice, Count, Id, Listed, Nested, Texts } from '../../platform/http/fields.js';
import { TravelDocumentResponse } from '../documents/documents.dto.js';
import {
  ApplicationRequest,
  ApplicationResponse,
  DECLINE_REASONS,
} from '../applications/applications.dto.js';

/** One of those who registered together, with what is their own; the way is the same for all. */
export class FamilyMember {
  @Id() registrationId: string;
  @Nested(() => ApplicationRequest) application: ApplicationRequest;
}

export class FamilyApplicationRequest {
  @Nested(() => FamilyMember, { array: true, max: 20, description: 'At least two.' }) members: FamilyMember[];
}

export class FamilyResponse {
  @Id() id: string;
  @Listed(() => ApplicationResponse) applications: ApplicationResponse[];
  @Count({ example: 2, description: 'Rises with every change to any of them.' }) version: number;
}

export class FamilyApprovalRequest {
  @Texts({
    max: 60,
    maxItems: 20,
    example: ['q2v8Zc1m0R3n5T7w9Yb1dA'],
    description: '`seen` of the content of each, as the caller was shown it. 412 where one is missing.',
  })
  seen: string[];
}

export class FamilyDeclineRequest {
  @Choice(DECLINE_REASONS) reason: string;
}

export class FamilyDocuments {
  @Id() id: string;
  @Listed(() => TravelDocumentResponse) items: TravelDocumentResponse[];
}
