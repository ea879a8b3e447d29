import { type Api, type Service, startService } from '../support/service.js';
import { type Application, applyFor, approve, issue, verifiedPerson } from './verified-person.js';

const AT_ONCE = 40;

describe('numbers of documents and of the sheets they are printed on', () => {
  let service: Service;
  let officer: Api;
  let approver: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    approver = await service.api('approver');
  });
  afterAll(() => service.stop());

  const approvedOnes = async (count: number): Promise<Application[]> => {
    const ready: Application[] = [];
    for (let n = 0; n < count; n++)
      ready.push(
        await approve(approver, await applyFor(officer, (await verifiedPerson(service, officer)).id)),
      );
    return ready;
  };
  const nextSheet = async () =>
    Number(((await officer.get('/v1/blanks').expect(200)).body as { next: string }).next.slice(3));
  const lastNumber = async () =>
    (await service.query<{ last_number: number }>('SELECT last_number FROM document_series'))[0]!.last_number;

  it(`of ${AT_ONCE} documents issued at once are consecutive, whatever fails in between`, async () => {
    const ready = await approvedOnes(AT_ONCE);
    const before = await lastNumber();
    const sheet = await nextSheet();
    const failing = ready.map(({ id }) => issue(officer, { id, status: 'approved', version: 99 }));
    const [answers, failed] = await Promise.all([
      Promise.all(ready.map((application) => issue(officer, application))),
      Promise.all(failing),
    ]);
    expect(new Set(failed.map(({ status }) => status))).toEqual(new Set([412]));
    expect(answers.map(({ status }) => status)).toEqual(Array(AT_ONCE).fill(201));
    const numbers = answers
      .map(({ body }) => Number((body as { number: string }).number.slice(2)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: AT_ONCE }, (_, n) => before + n + 1));
    expect(await lastNumber()).toBe(before + AT_ONCE);
    const sheets = answers.map(({ body }) => Number((body as { blank: string }).blank.slice(3)));
    expect(sheets.sort((a, b) => a - b)).toEqual(Array.from({ length: AT_ONCE }, (_, n) => sheet + n));
  });

  it('no sheet carries two documents, because the database refuses it', async () => {
    const [one, another] = await approvedOnes(2);
    const first = (await issue(officer, one!).expect(201)).body as { blank: string };
    // as if the register had lost that the sheet is used
    await service.query(`ALTER TABLE blank DISABLE TRIGGER blank_goes_forward`);
    await service.query(`UPDATE blank SET status = 'in-stock' WHERE serial = $1`, [first.blank]);
    await issue(officer, another!).expect(500);
    await service.query('ALTER TABLE travel_document DROP CONSTRAINT blank_used_once');
    const wrong = (await issue(officer, another!).expect(201)).body as { blank: string };
    expect(wrong.blank).toBe(first.blank);
  });

  it('one approval issued ten times at once gives one document and uses one number', async () => {
    const [ready] = await approvedOnes(1);
    const before = await lastNumber();
    const answers = await Promise.all(Array.from({ length: 10 }, () => issue(officer, ready!)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 412]));
    expect(await lastNumber()).toBe(before + 1);
  });

  it('a document that fails at the last moment gives its number back', async () => {
    const [ready] = await approvedOnes(1);
    const before = await lastNumber();
    await service.query(
      `ALTER TABLE travel_document ADD CONSTRAINT nothing_more CHECK (number <> $$XA${String(before + 1).padStart(7, '0')}$$)`,
    );
    await issue(officer, ready!).expect(500);
    expect(await lastNumber()).toBe(before);
    await service.query('ALTER TABLE travel_document DROP CONSTRAINT nothing_more');
    const answer = await issue(officer, ready!).expect(201);
    expect(answer.body).toMatchObject({ number: `XA${String(before + 1).padStart(7, '0')}` });
  });
});
