import { heading, hiddenFields, visitor } from '../support/page-reader.js';
import { type Service, startService } from '../support/service.js';

describe('what a person changes on their pages', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  async function signedIn() {
    const receipt = await service.register({ fullName: 'Sutrisno Contoh' });
    const person = visitor(service);
    await person.post('/status/sign-in', { secret: receipt.accessSecret }).expect(303);
    const fill = async (path: string, answers: object, status = 303) => {
      const page = (await person.get(path).expect(200)).text;
      return (await person.post(path, { ...hiddenFields(page), ...answers }).expect(status)).text;
    };
    return { person, receipt, fill };
  }

  it('says what is needed now, and the priority follows', async () => {
    const { receipt, fill } = await signedIn();
    await service.runJobs();
    const asked = await fill('/status/needs', { needs: ['pregnant', 'everything'] }, 422);
    for (const field of ['safe', 'needs']) expect(asked).toContain(`id="${field}-error"`);
    expect(asked).toMatch(/value="pregnant" checked/);
    await fill('/status/needs', { safe: 'no', needs: ['pregnant', 'injured-or-ill'] });
    await service.runJobs();
    const officer = await service.api('officer');
    const triage = await officer.get(`/v1/registrations/${receipt.id}/triage`).expect(200);
    expect(triage.body).toMatchObject({
      band: 'urgent',
      reasons: ['danger-now', 'pregnant', 'injured-or-ill'],
    });
  });

  it('tells home and family, by whom and when to be reached, and sees it all again', async () => {
    const { person, fill, receipt } = await signedIn();
    expect((await person.get('/status/held').expect(200)).text).toMatch(
      /Family contact<\/dt>\s*<dd[^>]*>Not answered</,
    );
    expect(
      await fill('/status/home', { homeAddress: 'Jalan Contoh 1', familyPhone: '+62 812 0000 0001' }, 422),
    ).toContain('Write the name of this person');
    await fill('/status/home', {
      homeAddress: 'Jalan Contoh 1',
      familyName: 'Wati Contoh',
      familyRelation: 'parent',
      familyPhone: '+៦២ 812 0000 0001',
    });
    expect(await fill('/status/contact', { method: 'somebody', through: '', safeFrom: '18' }, 422)).toContain(
      'Write the name of the person who can reach you',
    );
    await fill('/status/contact', {
      method: 'somebody',
      through: 'Siti Contoh',
      throughPhone: '+85512345678',
      safeFrom: '18.00',
      safeTo: '21:30',
      noMessages: 'yes',
      cannotSpeak: 'yes',
      helpWord: 'Pulau Sembilan',
    });
    await visitor(service)
      .post('/status/sign-in', { reference: receipt.reference, accessCode: 'pulausembilan' })
      .expect(303);
    const held = (await person.get('/status/held').expect(200)).text;
    for (const told of [
      'Jalan Contoh 1',
      'Wati Contoh',
      '+6281200000001',
      'Siti Contoh',
      '18:00 – 21:30',
      'Never leave a message',
    ])
      expect(held).toContain(told);
    expect(held).not.toMatch(/speak freely|[Hh]elp word|Sembilan/);
    const [row] = await service.query<{ needs: string[]; phone_index: Buffer | null }>(
      'SELECT r.needs, p.phone_index FROM registration r JOIN person p ON p.id = r.person_id WHERE r.id = $1',
      [receipt.id],
    );
    expect(row).toEqual({ needs: ['cannot-speak-freely'], phone_index: null });
  });

  it('sees who opened the case, by role', async () => {
    const { person, receipt } = await signedIn();
    const officer = await service.api('officer');
    await officer
      .post(`/v1/registrations/${receipt.id}/disclosures`)
      .send({ parts: ['home', 'contact'], reason: 'Sits at my counter' })
      .expect(200);
    const held = (await person.get('/status/held').expect(200)).text;
    expect(held).toMatch(/: An officer</);
  });

  it('asks to be erased in two steps that say what is lost, and can stop it', async () => {
    const { person, fill } = await signedIn();
    await person.post('/status/erasure', {}).expect(303).expect('location', '/status/erasure/confirm');
    expect(await fill('/status/erasure/confirm', {}, 422)).toContain('Tick the box if you want us to erase');
    await fill('/status/erasure/confirm', { erase: 'yes' });
    const due = (await person.get('/status/erasure').expect(200)).text;
    expect(due).toContain('We erase everything after');
    await person.post('/status/erasure/cancel', hiddenFields(due)).expect(303);
    expect(heading((await person.get('/status/erasure').expect(200)).text)).toBe(
      'Erase what we know about you',
    );
    await person.get('/status/erasure/confirm').expect(303);
  });

  it('is told of no appointment in being erased where they have withdrawn', async () => {
    const { person, fill } = await signedIn();
    const told = async () => {
      const first = (await person.get('/status/erasure').expect(200)).text;
      await person.post('/status/erasure', {}).expect(303);
      return [first, (await person.get('/status/erasure/confirm').expect(200)).text];
    };
    for (const page of await told()) expect(page).toContain('cancel your appointment and delete');
    await fill('/status/withdraw', { sure: 'yes' });
    for (const page of await told()) {
      expect(page).toContain('We delete everything you told us.');
      expect(page).not.toContain('appointment');
    }
  });

  it('is reached in another way on the word of the person at the counter, never of anybody else', async () => {
    const { receipt } = await signedIn();
    const change = async (role: 'officer' | 'supervisor', version: number) =>
      (await service.api(role))
        .patch(`/v1/registrations/${receipt.id}/contact`)
        .set('if-match', `"v${version}"`)
        .send({ method: 'sms', phone: '+85512345678' });
    expect((await change('supervisor', 1)).status).toBe(403);
    expect((await change('officer', 7)).status).toBe(412);
    expect((await change('officer', 1)).body).toMatchObject({ version: 2 });
    expect(
      await service.query(
        "SELECT actor_kind FROM audit_event WHERE action = 'registration.contact-changed-in-person'",
      ),
    ).toEqual([{ actor_kind: 'officer' }]);
    // whoever has another phone is looked for again among those who registered before
    const again = await service.query(
      "SELECT FROM job_outbox WHERE job = 'duplicates.check-again' AND payload->>'registrationId' = $1",
      [receipt.id],
    );
    expect(again).toHaveLength(1);
  });
});
