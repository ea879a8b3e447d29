import { FurtherDocuments1764000000052 as FurtherDocuments } from '../../migrations/1764000000052-further-documents.js';
import { systemCaller } from '../../src/platform/auth/caller.js';
import { Database } from '../../src/platform/database/database.js';
import { migrate, migrationSource } from '../../src/platform/database/migrate.js';
import { composeMrz } from '../../src/platform/icao/compose-mrz.js';
import { ErasingService } from '../../src/registrations/erasure/erasing.service.js';
import type { RegistrationGroupReceipt } from '../../src/registrations/groups/groups.dto.js';
import { PapersToldEarlier } from '../../src/registrations/papers-told-earlier.js';
import type { SearchResponse } from '../../src/registrations/search/search.dto.js';
import { decide, pairOf, undo } from '../duplicates/twice-reported.js';
import { identityOf } from '../identity/identity-file.js';
import { type Api, buildRegistration, newKey, type Service, startService } from '../support/service.js';

const somebody = {
  fullName: 'Rukmini Uji Contoh',
  birthDate: { year: 1968, month: 9, day: 23 },
  sex: 'F' as const,
};

/** Three papers of one person: each number is one by which they may be asked for. */
const lines = (documentCode: string, documentNumber: string): string => {
  const composed = composeMrz(documentCode === 'P' ? 'TD3' : 'TD1', {
    documentCode,
    issuer: 'IDN',
    name: { primary: 'Contoh', secondary: 'Budi' },
    documentNumber,
    nationality: 'IDN',
    birthDate: '900101',
    sex: 'M',
    expiryDate: '300101',
    optional: '',
    furtherOptional: '',
  });
  if (!composed.ok) throw new Error('these lines cannot be composed');
  return composed.lines.join('\n');
};

const buildPapers = (n: number) => ({
  passportNumber: `X700000${n}`,
  nationalId: `317401234567890${n}`,
  passportMrz: lines('I', `C800000${n}`),
});
const NUMBERS = (n: number) => [`x-700000${n}`, `3174.0123.4567.890${n}`, `C800 000${n}`];

describe('whoever told of several papers', () => {
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  const found = async (documentNumber: string) => {
    const answer = await officer
      .post('/v1/registrations/search')
      .send({ documentNumber, reason: 'Stands at my counter without the receipt' })
      .expect(200);
    return (answer.body as SearchResponse).items.map(({ id }) => id);
  };
  const foundBy = (numbers: string[]) => Promise.all(numbers.map(found));

  it('is found by the number of each', async () => {
    const { id } = await service.register(buildPapers(1));
    expect(await foundBy(NUMBERS(1))).toEqual([[id], [id], [id]]);
    const { id: other } = await service.register({ nationalId: NUMBERS(1)[1] });
    expect(new Set(await found(NUMBERS(1)[1]!))).toEqual(new Set([id, other]));
    // one and the same number, typed and in the lines, is kept once
    await service.register({ passportNumber: 'l898902c3', passportMrz: lines('P', 'L898902C3') });
    expect(await service.query('SELECT FROM further_document')).toHaveLength(2);
  });

  it('in a group, and by papers that they found later, too', async () => {
    const together = await service
      .everyone()
      .post('/v1/registration-groups')
      .set('idempotency-key', newKey())
      .send({ members: [buildRegistration(buildPapers(2)), buildRegistration({ nationalId: '3174-9' })] })
      .expect(201);
    const [one, other] = (together.body as RegistrationGroupReceipt).members;
    expect(await foundBy(NUMBERS(2))).toEqual([[one!.id], [one!.id], [one!.id]]);
    const person = await service.person(other!);
    const add = async (papers: object) => {
      const { headers } = await person.get('/v1/registrations/own').expect(200);
      await person
        .patch('/v1/registrations/own/papers')
        .set('if-match', headers['etag']!)
        .send(papers)
        .expect(200);
    };
    await add({ passportNumber: 'X7999999' });
    await add({ passportMrz: lines('P', 'X7888888') });
    for (const number of ['31749', 'X7999999', 'X7888888']) expect(await found(number)).toEqual([other!.id]);
  });

  it('is seen behind whoever shows any of them, merged or not, as long as it is not themselves', async () => {
    const { contradictionsOf } = reader(officer);
    const shows = async (id: string, kind: string, papers: object) => {
      await identityOf(officer).record(id, kind, papers).expect(201);
      return (await contradictionsOf(id)).includes('document-of-another-case');
    };
    const first = await service.register({ ...somebody, ...buildPapers(3) });
    const [, card] = NUMBERS(3);
    const another = (await service.register({ fullName: 'Wati Lain' })).id;
    expect(await shows(another, 'national-id', { documentNumber: card })).toBe(true);
    const third = (await service.register({ fullName: 'Sari Lain' })).id;
    expect(await shows(third, 'national-id', { mrz: buildPapers(3).passportMrz })).toBe(true);
    expect(await shows(first.id, 'national-id', { documentNumber: card })).toBe(false);

    const again = await service.register({ ...somebody, nationalId: '3174000000000777' });
    await service.runJobs();
    const supervisor = await service.api('supervisor');
    const pair = await pairOf(service, supervisor, first, again);
    const decided = await decide(supervisor, pair, { decision: 'same', reason: 'Both receipts' }).expect(200);
    const { merge } = decided.body as { merge: { id: string; version: number; keptId: string } };
    expect(await found('3174000000000777')).toEqual([again.id]);
    const kept = merge.keptId;
    const number = { documentNumber: kept === first.id ? '3174000000000777' : card };
    expect(await shows(kept, 'national-id', number)).toBe(false);
    const fourth = (await service.register({ fullName: 'Dewi Lain' })).id;
    expect(await shows(fourth, 'national-id', number)).toBe(true);
    await undo(supervisor, merge).expect(200);
    expect(await shows(kept, 'national-id', number)).toBe(true);
  });

  it('is held to the passport in the lines that they told', async () => {
    const { contradictionsOf } = reader(officer);
    const { id } = await service.register({ passportMrz: lines('P', 'X7111111') });
    await identityOf(officer).record(id, 'passport', { documentNumber: 'X7111111' }).expect(201);
    expect(await contradictionsOf(id)).not.toContain('number-differs');
    await identityOf(officer).record(id, 'passport', { documentNumber: 'X7111112' }).expect(201);
    expect(await contradictionsOf(id)).toContain('number-differs');
  });

  it('is found by none of them once erased', async () => {
    const { id } = await service.register(buildPapers(4));
    const further = () =>
      service.query(
        'SELECT FROM further_document f JOIN registration r ON r.person_id = f.person_id WHERE r.id = $1',
        [id],
      );
    expect(await further()).toHaveLength(2);
    await erase(service, id);
    expect(await further()).toEqual([]);
    expect(await foundBy(NUMBERS(4))).toEqual([[], [], []]);
  });

  it('before all of them were kept is found by all once a job has read them', async () => {
    const { id } = await service.register(buildPapers(5));
    const gone = await service.register(buildPapers(6));
    await service.register({ nationalId: '3174000000000555' });
    await service.register();
    const { ownerUrl } = service.database;
    const source = await migrationSource(ownerUrl).initialize();
    const isThere = () =>
      source.query<unknown[]>('SELECT FROM migrations WHERE name = $1', [FurtherDocuments.name]);
    while ((await isThere()).length > 0) await source.undoLastMigration();
    await source.destroy();
    await migrate(ownerUrl);
    expect(await foundBy(NUMBERS(5))).toEqual([[id], [], []]);
    await erase(service, gone.id);
    const readAll = () => service.app.get(PapersToldEarlier).readAll();
    await readAll();
    await readAll();
    expect(await foundBy(NUMBERS(5))).toEqual([[id], [id], [id]]);
    expect(await foundBy(NUMBERS(6))).toEqual([[], [], []]);
    expect(await service.query('SELECT FROM further_document_awaited')).toEqual([]);
  });
});

const reader = (api: Api) => ({
  contradictionsOf: async (id: string) =>
    (await identityOf(api).read(id)).contradictions.map(({ code }) => code),
});

/** As the job does it for whoever wished it a day ago. */
async function erase(service: Service, id: string): Promise<void> {
  const [row] = await service.query<{ post_id: string }>('SELECT post_id FROM registration WHERE id = $1', [
    id,
  ]);
  const postId = row!.post_id;
  await service.app
    .get(Database)
    .transaction([postId], (tx) =>
      service.app.get(ErasingService).erase(tx, systemCaller(postId, newKey()), id, 'asked'),
    );
}
