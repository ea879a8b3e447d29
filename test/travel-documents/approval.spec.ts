import type { ApplicationContentResponse } from '../../src/travel-documents/applications/applications.dto.js';
import { type Api, type Service, startService } from '../support/service.js';
import { applyFor, ifMatch, seenBy, verifiedPerson } from './verified-person.js';

describe('an approval', () => {
  let service: Service;
  let officer: Api;
  let approver: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    approver = await service.api('approver');
  });
  afterAll(() => service.stop());

  const applied = async () => applyFor(officer, (await verifiedPerson(service, officer)).id);

  it('is of what the approver was shown, and of nothing else: neither code nor database lets them', async () => {
    const { id, version } = await applied();
    const path = `/v1/travel-document-applications/${id}`;
    const approval = (seen?: string) =>
      approver.post(`${path}/approval`).set('if-match', ifMatch(version)).send({ seen });
    await approval().expect(422);
    expect((await approval('nothing').expect(412)).body).toMatchObject({ code: 'stale' });
    await approval((await seenBy(approver, (await applied()).id)).seen).expect(412);
    await approval((await seenBy(officer, id)).seen).expect(412);
    await expect(
      service.query(
        `UPDATE document_application SET status = 'approved', decided_at = now(),
           decided_by = (SELECT id FROM account WHERE username = 'approver') WHERE id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'document_approved_as_seen' });
    const content = (await approver.get(`${path}/content`).expect(200)).body as ApplicationContentResponse;
    expect(content.portrait).toBe(false);
    await approval(content.seen).expect(200);
  });
});
