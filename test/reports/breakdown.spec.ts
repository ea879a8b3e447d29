import type { BreakdownResponse } from '../../src/reports/breakdowns/breakdown.dto.js';
import { ReleaseTimetable } from '../../src/reports/breakdowns/release-timetable.js';
import { type Grouping, GROUPINGS } from '../../src/reports/breakdowns/groupings.js';
import type { DailyResponse } from '../../src/reports/daily/daily.dto.js';
import { FIGURE_CODES, FIGURES } from '../../src/reports/figures/figures.js';
import { officerElsewhere } from '../support/another-post.js';
import { type Api, type Service, startService } from '../support/service.js';
import { type Reached, same, savePeople } from './known-people.js';

/** What is known of somebody; nothing else. */
interface Known {
  sex?: string;
  birth_year?: number;
  home_province?: string;
}

describe('figures by group', () => {
  let service: Service;
  let supervisor: Api;
  let analyst: Api;

  /** Saves people of one group. */
  const save = async (people: number, known: Known, reached: Reached) => {
    const ids = await savePeople(service, same(people, reached));
    await service.query(
      `UPDATE person p SET sex = $2, birth_year = $3, home_province = $4 FROM registration r
       WHERE r.person_id = p.id AND r.id = ANY ($1)`,
      [ids, known.sex ?? null, known.birth_year ?? null, known.home_province ?? null],
    );
    return ids;
  };
  const breakdown = async (api: Api, by: Grouping, day?: string) =>
    (await api.get(`/v1/reports/breakdown?by=${by}${day ? `&day=${day}` : ''}`).expect(200))
      .body as BreakdownResponse;
  const registered = ({ figures }: BreakdownResponse) => {
    const { groups, notShown, total, day } = figures.find(({ figure }) => figure === 'registered')!;
    const people = groups.flatMap(({ group, people }) => (people ? [[group, people]] : []));
    return { ...(Object.fromEntries(people) as Record<string, number>), notShown, total, day };
  };
  /** Moves everything that was shown a day back, as if it had been shown the day before. */
  const aDayLater = async () => {
    await service.query('SET session_replication_role = replica');
    // far away first, as no two rows may have the same day meanwhile
    for (const days of [10_000, -9_999])
      await service.query(
        `UPDATE breakdown b SET day = b.day - $1::integer, figures = (SELECT jsonb_object_agg(f.key,
           f.value || jsonb_build_object('day', (f.value ->> 'day')::date - $1::integer)) FROM jsonb_each(b.figures) f)`,
        [days],
      );
    await service.query('SET session_replication_role = origin');
  };
  const dayAgo = (days: number) =>
    new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
  const lately = { registered: `${dayAgo(1)}T09:00:00+07:00` };

  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
    analyst = await service.api('analyst');
    await save(
      9,
      { sex: 'M', birth_year: 1990, home_province: 'Sumatera Utara' },
      {
        registered: '2025-12-31T23:59:00+07:00',
        departed: '2026-01-20T09:00:00+07:00',
      },
    );
    await save(
      7,
      { sex: 'F', birth_year: 2008, home_province: 'north sumatra' },
      {
        registered: '2025-12-31T09:00:00+07:00',
        departed: '2026-01-20T09:00:00+07:00',
      },
    );
    await save(
      2,
      { sex: 'X', birth_year: 1955, home_province: 'the house behind the mosque' },
      {
        registered: '2026-01-01T00:01:00+07:00',
      },
    );
    await save(3, {}, { registered: '2026-01-02T00:01:00+07:00' });
  });
  afterAll(() => service.stop());

  it('are exact for supervisors, up to the end of a day of the post, each group by its definition', async () => {
    expect(registered(await breakdown(supervisor, 'sex', '2025-12-31'))).toEqual({
      male: 9,
      female: 7,
      notShown: 0,
      total: 16,
      day: '2025-12-31',
    });
    expect(registered(await breakdown(supervisor, 'sex', '2026-01-02'))).toMatchObject({
      male: 9,
      female: 7,
      other: 5,
    });
    const age = await breakdown(supervisor, 'age', '2026-01-02');
    expect(registered(age)).toMatchObject({ '5-17': 7, '18-59': 9, '60-and-over': 2, 'not-known': 3 });
    // eighteen in the year in which they left, seventeen in that in which they came: each is counted where they were
    const departed = (await breakdown(supervisor, 'age', '2026-01-20')).figures.find(
      ({ figure }) => figure === 'departed',
    )!;
    expect(departed.groups.find(({ group }) => group === '18-59')!.people).toBe(16);
    const provinces = await breakdown(supervisor, 'province', '2026-01-02');
    expect(registered(provinces)).toMatchObject({ SU: 16, elsewhere: 5 });
    expect(JSON.stringify(provinces)).not.toContain('mosque');
  });

  it.each(GROUPINGS)('by %s are the daily figures and the lists, taken apart', async (by) => {
    const { figures, groups } = await breakdown(supervisor, by, '2026-01-20');
    const daily = (await supervisor.get('/v1/reports/daily?to=2026-01-20').expect(200)).body as DailyResponse;
    for (const { figure, total, groups: counts } of figures) {
      expect([figure, total]).toEqual([figure, daily.total[figure]]);
      expect(counts.map(({ group }) => group)).toEqual(groups.map(({ group }) => group));
      expect(counts.reduce((sum, { people }) => sum + people!, 0)).toBe(total);
      const list = await supervisor
        .get(`/v1/reports/milestones?milestone=${FIGURES[figure]}&through=2026-01-20&limit=100`)
        .expect(200);
      expect((list.body as { items: object[] }).items).toHaveLength(total!);
    }
    expect(figures.map(({ figure }) => figure)).toEqual([...FIGURE_CODES]);
  });

  it('show analysts what is released of days that are over, made once and kept', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => breakdown(analyst, 'sex')));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    expect(first).toMatchObject({ suppressed: true, day: dayAgo(1) });
    expect(registered(first!)).toEqual({
      male: 9,
      female: 7,
      other: 5,
      notShown: 0,
      total: 21,
      day: dayAgo(1),
    });
    await save(8, { sex: 'M' }, { registered: '2026-01-03T09:00:00+07:00' });
    expect(await breakdown(analyst, 'sex')).toEqual(first);
    expect(await breakdown(analyst, 'sex', dayAgo(0))).toEqual(first);
    expect(await service.query('SELECT day FROM breakdown')).toHaveLength(1);
    expect(registered(await breakdown(supervisor, 'sex'))).toMatchObject({ male: 17 });
  });

  it('give nobody away who comes alone, nor by who is not shown with them', async () => {
    await aDayLater();
    await save(1, { sex: 'F' }, lately);
    // 29 until two days ago, one yesterday: the total is not shown, so nothing by group is either
    expect(registered(await breakdown(analyst, 'sex'))).toMatchObject({ male: 9, total: 21, day: dayAgo(2) });
    await aDayLater();
    await save(5, { sex: 'M' }, lately);
    // what is left over beside the men would be the one woman
    expect(registered(await breakdown(analyst, 'sex'))).toEqual({
      male: 9,
      female: 7,
      other: 5,
      notShown: 0,
      total: 21,
      day: dayAgo(3),
    });
    expect(await breakdown(analyst, 'sex', dayAgo(2))).toMatchObject({ day: dayAgo(2) });
  });

  it('move by five or more where people are merged and corrected', async () => {
    await aDayLater();
    const males = await service.query<{ id: string }>(
      "SELECT r.id FROM registration r JOIN person p ON p.id = r.person_id WHERE p.sex = 'M' LIMIT 3",
    );
    await service.query("UPDATE registration SET status = 'merged', closed_at = now() WHERE id = $1", [
      males[0]!.id,
    ]);
    await service.query(
      "UPDATE person SET sex = 'F' FROM registration r WHERE r.person_id = person.id AND r.id = $1",
      [males[1]!.id],
    );
    await save(6, { sex: 'F' }, lately);
    const exact = registered(await breakdown(supervisor, 'sex'));
    expect(exact).toMatchObject({ male: 20, female: 15, other: 5 });
    const shown = registered(await breakdown(analyst, 'sex'));
    expect(shown).toMatchObject({ male: 20, female: 15, other: 5, notShown: 0, total: 40 });
    expect(registered(await breakdown(supervisor, 'sex', dayAgo(1)))).toEqual({ ...exact, day: dayAgo(1) });
  });

  it('are as they were on a day that has gone by, and nothing before the first', async () => {
    const before = await breakdown(analyst, 'sex', '2026-01-02');
    expect(before.day).toBe('2026-01-02');
    expect(registered(before)).toEqual({ notShown: null, total: null, day: null });
  });

  it.each(["UPDATE breakdown SET figures = '{}'", 'DELETE FROM breakdown', 'TRUNCATE breakdown'])(
    'cannot be changed in the database: %s',
    async (statement) => {
      await expect(service.query(statement)).rejects.toThrow('append-only');
    },
  );

  it('are released by a job, whoever looks', async () => {
    await aDayLater();
    const released = () =>
      service.query<{ by: string }>(
        'SELECT grouped_by AS by, figures FROM breakdown WHERE day = $1 ORDER BY grouped_by',
        [dayAgo(1)],
      );
    expect(await released()).toEqual([]);
    await service.app.get(ReleaseTimetable).release();
    const made = await released();
    expect(made.map(({ by }) => by)).toEqual(GROUPINGS.toSorted());
    await save(20, { sex: 'M' }, lately);
    await service.app.get(ReleaseTimetable).release();
    for (const by of GROUPINGS) expect(await breakdown(analyst, by)).toMatchObject({ day: dayAgo(1) });
    expect(await released()).toEqual(made);
  });

  it('come as CSV with HXL hashtags, in the language of the reader', async () => {
    const answer = await analyst.get('/v1/reports/breakdown/csv?by=sex').expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers['content-disposition']).toContain(`figures-PNH-by-sex-${dayAgo(1)}.csv`);
    const [, tags, first] = answer.text.split('\r\n');
    expect(tags).toContain('#date,#org+code,#indicator+code,#affected+f,#affected+m,');
    expect(first).toContain(`${dayAgo(1)},PNH,registered,15,20,5,0,40,`);
    const inIndonesian = await supervisor.get('/v1/reports/breakdown?by=age').set('accept-language', 'id');
    expect((inIndonesian.body as BreakdownResponse).groups[0]!.name).toBe('Di bawah 5');
  });

  it.each([
    ['by=sex&day=2199-01-01', '/day', 'in-the-future'],
    ['by=name', '/by', 'not-a-choice'],
    ['day=2026-01-01', '/by', 'required'],
    ['by=sex&post=ZZZ', '/post', 'not-a-choice'],
  ])('refuse %s', async (query, pointer, code) => {
    const answer = await analyst.get(`/v1/reports/breakdown?${query}`).expect(422);
    expect((answer.body as { errors: object[] }).errors).toContainEqual(
      expect.objectContaining({ pointer, code }),
    );
  });

  it('are for analysts and supervisors of the post', async () => {
    await officerElsewhere(service);
    await supervisor.get('/v1/reports/breakdown?by=sex&post=VTE').expect(403);
    for (const role of ['officer', 'approver', 'protection', 'home-agency', 'auditor'] as const)
      await (await service.api(role)).get('/v1/reports/breakdown?by=sex').expect(403);
  });
});
