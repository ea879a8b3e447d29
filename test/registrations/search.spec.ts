import { PeopleService } from '../../src/registrations/people.service.js';
import { Database } from '../../src/platform/database/database.js';
import { type Service, startService } from '../support/service.js';

describe('search', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const reason = 'Stands at my counter without the receipt';

  it('keeps the reason under the key of whoever was found, where an auditor finds that it was given', async () => {
    const { id, reference } = await service.register();
    await (
      await service.api('officer')
    )
      .post('/v1/registrations/search')
      .send({ reference, reason })
      .expect(200);
    const [event] = await service.query<{
      post_id: string;
      detail: { found: string[]; reasonsSealed: string[] };
    }>(
      `SELECT post_id, detail FROM audit_event WHERE action = 'registration.searched' AND detail -> 'found' ? $1`,
      [id],
    );
    expect(JSON.stringify(event)).not.toContain('counter');
    expect(event!.detail).toEqual({ by: 'reference', found: [id], reasonsSealed: [expect.any(String)] });
    const people = service.app.get(PeopleService);
    const opened = await service.app.get(Database).transaction([event!.post_id], async (tx) => {
      const { person } = await people.registration(tx, id);
      return people.key(person).open('search-reason', Buffer.from(event!.detail.reasonsSealed[0]!, 'base64'));
    });
    expect(opened).toBe(reason);
  });

  it('is for those who act on cases; supervisors see the masked case only and disclose nothing', async () => {
    const { id, reference } = await service.register({ fullName: 'Wulandari Contoh' });
    for (const role of ['officer', 'protection', 'approver', 'supervisor'] as const) {
      const found = await (
        await service.api(role)
      )
        .post('/v1/registrations/search')
        .send({ reference, reason });
      expect(found.status).toBe(200);
      expect(JSON.stringify(found.body)).not.toContain('Wulandari');
    }
    for (const role of ['analyst', 'home-agency', 'auditor', 'administrator'] as const)
      await (
        await service.api(role)
      )
        .post('/v1/registrations/search')
        .send({ reference, reason })
        .expect(403);
    const parts = ['identity'];
    await (
      await service.api('supervisor')
    )
      .post(`/v1/registrations/${id}/disclosures`)
      .send({ parts, reason })
      .expect(403);
  });
});
