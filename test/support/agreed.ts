import type { SecondPersonKind } from '../../src/registrations/disclosure/second-person/second-person-state.js';
import type { Api } from './service.js';

/** One member of staff asks to see what nobody sees alone, and another agrees. */
export async function agreed(asker: Api, other: Api, registrationId: string, kind: SecondPersonKind) {
  const { body } = await asker
    .post(`/v1/registrations/${registrationId}/second-person-requests`)
    .send({ kind, reason: 'Looks at it before deciding' })
    .expect(201);
  const { id } = body as { id: string };
  await other.post(`/v1/second-person-requests/${id}/decision`).send({ verdict: 'agreed' }).expect(200);
}
