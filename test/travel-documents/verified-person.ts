import type { TravelDocumentResponse } from '../../src/travel-documents/documents/documents.dto.js';
import type { RegistrationReceipt, RegistrationRequest } from '../../src/registrations/intake/intake.dto.js';
import { choose } from '../identity/identity-file.js';
import { type Api, newKey, type Service } from '../support/service.js';

export const APPLICATION = {
  placeOfBirth: 'Medan',
  transit: ['SGP'],
  feeWaived: true,
  waiverReason: 'crisis',
};

/** What a collection says where the holder signs. */
export const SIGNED = { signed: true, by: 'holder' };

export const ifMatch = (version: number): string => `"v${version}"`;

/** Somebody registered whose identity the first officer of the demonstration verified. */
export async function verifiedPerson(
  service: Service,
  officer: Api,
  overrides: Partial<RegistrationRequest> = {},
): Promise<RegistrationReceipt> {
  const receipt = await service.register(overrides);
  await choose(service, receipt.id);
  const path = `/v1/registrations/${receipt.id}/identity`;
  let version = 0;
  for (const kind of ['passport', 'registry-match', 'interview']) {
    const answer = await officer
      .post(`${path}/evidence`)
      .set('idempotency-key', newKey())
      .send({ kind, agrees: true, statement: 'Agrees with what was reported' })
      .expect(201);
    version = (answer.body as { version: number }).version;
  }
  await officer
    .post(`${path}/decision`)
    .set('if-match', ifMatch(version))
    .send({ outcome: 'verified', reasons: [] })
    .expect((answer) => {
      if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    });
  return receipt;
}

export interface Application {
  id: string;
  status: string;
  version: number;
}

export async function applyFor(
  officer: Api,
  registrationId: string,
  overrides: object = {},
): Promise<Application> {
  const answer = await officer
    .post(`/v1/registrations/${registrationId}/travel-document-application`)
    .set('idempotency-key', newKey())
    .send({ ...APPLICATION, ...overrides })
    .expect(201);
  return answer.body as Application;
}

/** What an approver was shown, as an approval names it. */
export async function seenBy(approver: Api, id: string): Promise<{ seen: string }> {
  const answer = await approver.get(`/v1/travel-document-applications/${id}/content`).expect(200);
  return { seen: (answer.body as { seen: string }).seen };
}

export async function approve(approver: Api, { id, version }: Application): Promise<Application> {
  const answer = await approver
    .post(`/v1/travel-document-applications/${id}/approval`)
    .set('if-match', ifMatch(version))
    .send(await seenBy(approver, id))
    .expect(200);
  return answer.body as Application;
}

export const issue = (officer: Api, { id, version }: Application) =>
  officer.post(`/v1/travel-document-applications/${id}/document`).set('if-match', ifMatch(version));

/** From nothing to a document. */
export async function issuedDocument(
  service: Service,
  officer: Api,
  approver: Api,
  overrides: Partial<RegistrationRequest> = {},
  application: object = {},
): Promise<TravelDocumentResponse> {
  const { id } = await verifiedPerson(service, officer, overrides);
  const applied = await applyFor(officer, id, application);
  const answer = await issue(officer, await approve(approver, applied)).expect(201);
  return answer.body as TravelDocumentResponse;
}
