import { signIn } from '../console/staff-pages.js';
import { hiddenFields, visitor } from '../support/page-reader.js';
import { type Service, startService } from '../support/service.js';

/** ICAO Doc 9303, part 4, appendix B. */
const LINES = [
  'P<IDNERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36IDN7408122F1204159ZE184226B<<<<<10',
];

describe('a paper that was found after registering', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  async function signedIn(told: Parameters<Service['register']>[0] = {}) {
    const receipt = await service.register(told);
    const person = visitor(service);
    await person.post('/status/sign-in', { secret: receipt.accessSecret }).expect(303);
    const page = async () => (await person.get('/status/papers').expect(200)).text;
    const found = async (papers: object, status = 303) =>
      (await person.post('/status/papers', { ...hiddenFields(await page()), ...papers }).expect(status)).text;
    return { ...receipt, person, page, found };
  }
  const pairs = (id: string) =>
    service.query('SELECT FROM duplicate_pair WHERE first_id = $1 OR second_id = $1', [id]);

  it('is told with its lines, and officers see that it came later and that nobody has seen it', async () => {
    const { id, person, found } = await signedIn();
    const [version] = await service.query<{ version: number }>(
      'SELECT version FROM registration WHERE id = $1',
      [id],
    );
    await found({ passportNumber: ' l898902c3 ', passportMrz: `${LINES[0]}\r\n\t${LINES[1]}` });
    const held = (await person.get('/status/held').expect(200)).text;
    for (const part of ['l898902c3', 'L898902C36IDN']) expect(held).toContain(part);
    const officer = await service.api('officer');
    const shown = (await officer.get(`/v1/registrations/${id}`).expect(200)).body as {
      papersAddedAt: string;
    };
    expect(shown).toMatchObject({ hasDocument: true, version: version!.version + 1 });
    expect(Date.now() - Date.parse(shown.papersAddedAt)).toBeLessThan(60_000);
    const desk = (await (await signIn(service, 'officer')).get(`/console/cases/${id}`).expect(200)).text;
    expect(desk).toMatch(/Papers told later<\/dt><dd[^>]*>[^<]+, by the person. Not seen yet by us/);
    expect(
      await service.query(
        "SELECT actor_kind, detail FROM audit_event WHERE subject_id = $1 AND action = 'registration.papers-added'",
        [id],
      ),
    ).toMatchObject([{ actor_kind: 'person' }]);
    expect(await service.query('SELECT FROM identity_evidence WHERE registration_id = $1', [id])).toEqual([]);
  });

  it('is said to be wrong where it is, with everything that was typed', async () => {
    const { found } = await signedIn();
    const nothing = await found({}, 422);
    expect(nothing).toContain('<a href="#passportNumber">Write at least one number, or the two lines</a>');
    expect(nothing).toContain('id="passportNumber-error"');
    const other = await signedIn({ passportNumber: 'X2222222' });
    expect(await other.found({}, 422)).toContain('id="nationalId-error"');
    const wrong = await found(
      { nationalId: '3174', passportMrz: LINES.join('\n').replace('IDN740', 'IDN741') },
      422,
    );
    expect(wrong).toContain('Line 2 has a wrong character');
    expect(wrong).toContain('value="3174"');
    expect(wrong).toContain('L898902C36IDN741');
    const elsewhere = await found({ passportNumber: LINES[0]!.slice(0, 20) }, 422);
    expect(elsewhere).toContain('These look like the lines of the photo page');
  });

  it('leads to the same person who had registered with it before', async () => {
    const passportNumber = 'X7654321';
    const somebody = { fullName: 'Wati Uji', birthDate: { year: 1971, month: 2, day: 3 }, sex: 'F' as const };
    const first = await service.register({ ...somebody, passportNumber });
    const { id, found } = await signedIn({ fullName: 'Wati', birthDate: {}, sex: 'F' });
    await service.runJobs();
    expect(await pairs(id)).toEqual([]);
    await found({ passportNumber });
    await service.runJobs();
    expect(await pairs(id)).toHaveLength(1);
    expect(await pairs(first.id)).toHaveLength(1);
  });

  it('changes nothing of what was told before, in whichever version', async () => {
    const { person, page, found } = await signedIn({ passportNumber: 'X1111111' });
    const before = hiddenFields(await page());
    expect(await page()).not.toContain('name="passportNumber"');
    const refused = await found({ passportNumber: 'X2222222', nationalId: '3174012345678901' }, 422);
    expect(refused).toContain('You told this before');
    await found({ nationalId: '3174012345678901' });
    const late = await person
      .post('/status/papers', { ...before, passportMrz: LINES.join('\n') })
      .expect(412);
    expect(late.text).toContain(LINES[1]!.slice(0, 20));
    await found({ passportMrz: LINES.join('\n') });
    expect(await page()).not.toContain('Add this paper');
    const held = (await person.get('/status/held').expect(200)).text;
    for (const part of ['X1111111', '3174012345678901', LINES[1]!.slice(0, 20)]) expect(held).toContain(part);
  });

  it('is not taken for somebody who withdrew', async () => {
    const { id, page, person } = await signedIn();
    const asked = hiddenFields(await page());
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      id,
    ]);
    await person.post('/status/papers', { ...asked, nationalId: '3174012345678901' }).expect(409);
  });

  it('is only seemingly added where the help word opened the pages', async () => {
    const { id, reference } = await service.register({ helpWord: 'Pulau Sembilan' });
    const forced = visitor(service);
    await forced.post('/status/sign-in', { reference, accessCode: 'Pulau Sembilan' }).expect(303);
    const { text } = await forced.get('/status/papers').expect(200);
    await forced.post('/status/papers', { ...hiddenFields(text), passportNumber: 'X3333333' }).expect(303);
    expect((await forced.get('/status/held').expect(200)).text).toContain('X3333333');
    expect(
      await service.query(
        'SELECT document_index FROM person p JOIN registration r ON r.person_id = p.id WHERE r.id = $1',
        [id],
      ),
    ).toEqual([{ document_index: null }]);
    expect(
      await service.query('SELECT tried FROM duress_flag WHERE registration_id = $1', [id]),
    ).toMatchObject([{ tried: ['papers-added'] }]);
  });
});
