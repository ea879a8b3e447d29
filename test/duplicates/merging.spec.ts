import { ErasureTimetable } from '../../src/registrations/erasure/erasure-timetable.js';
import { journeysOf, type Journeys } from '../support/journey.js';
import { type Api, type Service, startService } from '../support/service.js';
import { storedIn } from './stored-cases.js';
import {
  buildSomebody,
  decide,
  groups,
  mergeGroup,
  pairOf,
  reportedOften,
  reportedTwice,
  undo,
} from './twice-reported.js';

describe('merging the cases of one person', () => {
  let service: Service;
  let supervisor: Api;
  let journeys: Journeys;
  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
    journeys = await journeysOf(service);
  });
  afterAll(() => service.stop());

  const { status, statuses, endedAt, liveBookings, registered } = storedIn(() => service);
  const merge = async (pair: { id: string; version: number }, keep?: string) =>
    (await decide(supervisor, pair, { decision: 'same', keep, reason: 'Both receipts' }).expect(200))
      .body as {
      version: number;
      merge: { id: string; version: number; keptId: string };
    };

  it('counts the person once, and takes them apart again exactly as they were', async () => {
    const { first, second, pair } = await reportedTwice(service, supervisor);
    await journeys.evidence(first.id, 'interview');
    expect([await status(first.id), await status(second.id)]).toEqual(['active', 'received']);
    const before = await registered();
    const { merge: merged } = await merge(await pairOf(service, supervisor, first, second));
    expect(merged.keptId).toBe(first.id);
    expect([await status(first.id), await status(second.id)]).toEqual(['active', 'merged']);
    expect(await registered()).toBe(before - 1);
    expect([await endedAt(first.id), await endedAt(second.id)]).toEqual([null, expect.any(Date)]);
    await service.runJobs();
    await undo(supervisor, merged).expect(200);
    await service.runJobs();
    expect(await endedAt(second.id)).toBeNull();
    expect([await status(first.id), await status(second.id)]).toEqual(['active', 'received']);
    expect(await registered()).toBe(before);
    expect(new Set((await liveBookings([first.id, second.id])).map((one) => one.registration_id))).toEqual(
      new Set([first.id, second.id]),
    );
    const { status: pairStatus, merge: none } = await pairOf(service, supervisor, first, second);
    expect([pairStatus, none]).toEqual(['unsure', null]);
    const acts = await service.query<{ action: string }>(
      "SELECT action FROM audit_event WHERE subject_id = $1 AND action IN ('duplicates.merged', 'duplicates.unmerged') ORDER BY at",
      [second.id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['duplicates.merged', 'duplicates.unmerged']);
    expect(pair.status).toBe('open');
  });

  it('keeps what was merged no longer than a case that has ended, and then cannot take it apart again', async () => {
    const { first, second, pair } = await reportedTwice(service, supervisor);
    const { merge: merged } = await merge(pair, first.id);
    await service.query("UPDATE registration SET closed_at = now() - interval '731 days' WHERE id = $1", [
      second.id,
    ]);
    await service.app.get(ErasureTimetable).eraseKeptLong();
    expect([await status(first.id), await status(second.id)]).toEqual(['received', 'merged']);
    const { body } = await undo(supervisor, merged).expect(409);
    expect((body as { code: string }).code).toBe('erased');
  });

  it('keeps the earlier of two appointments and gives the other seat back', async () => {
    const { first, second, pair } = await reportedTwice(service, supervisor);
    const [one, other] = await liveBookings([first.id, second.id]);
    const [earlier, later] = one!.starts_at <= other!.starts_at ? [one!, other!] : [other!, one!];
    await service.query(
      "UPDATE booking SET starts_at = starts_at + interval '1 minute' WHERE slot_id = $1 AND seat_number = $2",
      [later.slot_id, later.seat_number],
    );
    await merge(pair, later.registration_id);
    await service.runJobs();
    await service.runJobs();
    expect(await liveBookings([first.id, second.id])).toEqual([
      expect.objectContaining({
        registration_id: later.registration_id,
        slot_id: earlier.slot_id,
        seat_number: earlier.seat_number,
      }),
    ]);
    const [seat] = await service.query<{ free: boolean }>(
      'SELECT free FROM seat WHERE slot_id = $1 AND number = $2',
      [later.slot_id, later.seat_number],
    );
    expect(seat).toEqual({ free: true });
  });

  it('moves the number of whoever waits in the hall', async () => {
    const { first, second, pair } = await reportedTwice(service, supervisor);
    const ticket = await journeys.checkedIn(second);
    await merge(pair, first.id);
    await service.runJobs();
    const [moved] = await service.query('SELECT registration_id, number, status FROM ticket WHERE id = $1', [
      ticket.id,
    ]);
    expect(moved).toMatchObject({ registration_id: first.id, status: 'waiting' });
    expect(await liveBookings([first.id, second.id])).toHaveLength(1);
  });

  it('keeps the case with the travel document, and refuses where both have one', async () => {
    const { first, second } = await reportedTwice(service, supervisor);
    await journeys.documentIssued(second);
    const pair = await pairOf(service, supervisor, first, second);
    expect(pair.keep).toBe(second.id);
    const refused = await decide(supervisor, pair, { decision: 'same', keep: first.id }).expect(409);
    expect((refused.body as { code: string }).code).toMatch(/^merge-(verified|document)$/);
    await journeys.documentIssued(first);
    const both = await decide(supervisor, pair, { decision: 'same' }).expect(409);
    expect(both.body).toMatchObject({ code: 'both-have-documents' });
    expect([await status(first.id), await status(second.id)]).not.toContain('merged');
  });

  it('finds a third report by what the merged case said, and pairs it with the one that is kept', async () => {
    const somebody = buildSomebody();
    const { first, second, pair } = await reportedTwice(service, supervisor, somebody);
    await merge(pair, first.id);
    const third = await service.register(somebody);
    await service.runJobs();
    expect(await pairOf(service, supervisor, first, third)).toMatchObject({ status: 'open' });
    await expect(pairOf(service, supervisor, second, third)).rejects.toThrow('no pair');
  });

  it('merges all reports of one person at once, each so that it can be undone by itself', async () => {
    const { cases, group } = await reportedOften(service, supervisor, 4);
    expect(group).toMatchObject({ sure: true, cases: cases.map(({ id }) => ({ id })) });
    expect(group.pairs).toHaveLength(6);
    const before = await registered();
    const done = await mergeGroup(supervisor, group.pairs).expect(200);
    expect(done.body).toEqual({ keptId: cases[0]!.id, merged: 3 });
    expect(await statuses(cases)).toEqual(['received', 'merged', 'merged', 'merged']);
    expect(await registered()).toBe(before - 3);
    const { merge: last } = await pairOf(service, supervisor, cases[0]!, cases[3]!);
    await undo(supervisor, last!).expect(200);
    expect(await statuses(cases)).toEqual(['received', 'merged', 'merged', 'received']);
    await mergeGroup(supervisor, group.pairs).expect(412);
  });

  it('merges nothing at once that is not beyond doubt, or not as it was seen', async () => {
    const { cases, group } = await reportedOften(service, supervisor, 3);
    const some = await mergeGroup(supervisor, group.pairs.slice(0, 2)).expect(409);
    expect(some.body).toMatchObject({ code: 'compare-one-by-one' });
    expect((await mergeGroup(supervisor, []).expect(422)).body).toMatchObject({
      errors: [{ pointer: '/pairs', code: 'pair-not-found' }],
    });
    await mergeGroup(await service.api('officer'), group.pairs).expect(403);
    await decide(supervisor, group.pairs[0]!, { decision: 'different' }).expect(200);
    await mergeGroup(supervisor, group.pairs).expect(412);
    const left = (await groups(supervisor)).items.find(({ pairs }) =>
      pairs.some(({ id }) => id === group.pairs[1]!.id),
    );
    expect(left).toMatchObject({ sure: false });
    expect(left!.pairs).toHaveLength(2);
    expect(await statuses(cases)).not.toContain('merged');
  });

  it('asks of the case that is kept what waited for the one that is merged', async () => {
    const { cases } = await reportedOften(service, supervisor, 3);
    const [first, second, third] = cases as [(typeof cases)[0], (typeof cases)[0], (typeof cases)[0]];
    const { id } = await pairOf(service, supervisor, first, third);
    await service.query('DELETE FROM duplicate_pair WHERE id = $1', [id]);
    await merge(await pairOf(service, supervisor, first, second), first.id);
    expect(await pairOf(service, supervisor, first, third)).toMatchObject({
      status: 'open',
      proposal: 'same',
    });
  });

  describe('by two at once', () => {
    it('merges a group once', async () => {
      const { cases, group } = await reportedOften(service, supervisor, 3);
      const [kept, ...others] = cases.map(({ id }) => id);
      const answers = await Promise.all([
        mergeGroup(supervisor, group.pairs),
        mergeGroup(supervisor, group.pairs.toReversed()),
      ]);
      expect(outcomes(answers)).toEqual([200, 412]);
      expect(await mergesOf(others)).toHaveLength(2);
      expect(await status(kept!)).toBe('received');
    });

    const outcomes = (answers: { status: number }[]) => answers.map((answer) => answer.status).sort();
    const mergesOf = (ids: string[]) =>
      service.query('SELECT id FROM registration_merge WHERE merged_id = ANY ($1) AND undone_at IS NULL', [
        ids,
      ]);

    it('is done once, whoever decides, and in whichever direction', async () => {
      const protection = await service.api('protection');
      for (let round = 0; round < 2; round++) {
        const { first, second, pair } = await reportedTwice(service, supervisor);
        const answers = await Promise.all([
          decide(supervisor, pair, { decision: 'same', keep: first.id }),
          decide(protection, pair, { decision: 'same', keep: second.id }),
          decide(protection, pair, { decision: 'different' }),
        ]);
        expect(outcomes(answers)).toEqual([200, 412, 412]);
        const merged = [await status(first.id), await status(second.id)].filter(
          (one) => one === 'merged',
        ).length;
        expect(await mergesOf([first.id, second.id])).toHaveLength(merged);
      }
    });

    it('merges what the person withdraws at the same moment, or keeps them from withdrawing what is merged', async () => {
      for (let round = 0; round < 2; round++) {
        const { first, second, pair } = await reportedTwice(service, supervisor);
        const person = await service.person(second);
        const own = await person.get('/v1/registrations/own').expect(200);
        const [decided, withdrawn] = await Promise.all([
          decide(supervisor, pair, { decision: 'same', keep: first.id }),
          person.post('/v1/registrations/own/withdrawal').set('if-match', own.headers.etag as string),
        ]);
        expect(decided.status).toBe(200);
        expect(await status(second.id)).toBe('merged');
        await undo(supervisor, (decided.body as { merge: { id: string; version: number } }).merge).expect(
          200,
        );
        expect(await status(second.id)).toBe(withdrawn.status === 200 ? 'withdrawn' : 'received');
      }
    });

    it('is undone once', async () => {
      const { pair } = await reportedTwice(service, supervisor);
      const { merge: merged } = await merge(pair);
      const answers = await Promise.all([undo(supervisor, merged), undo(supervisor, merged)]);
      expect(outcomes(answers)).toEqual([200, 412]);
    });

    it('leaves no circle among three cases of one person', async () => {
      const somebody = buildSomebody();
      const three = await Promise.all([1, 2, 3].map(() => service.register(somebody)));
      await service.runJobs();
      const [a, b, c] = three as [(typeof three)[0], (typeof three)[0], (typeof three)[0]];
      const pairs = [
        [await pairOf(service, supervisor, a, b), b.id],
        [await pairOf(service, supervisor, b, c), c.id],
        [await pairOf(service, supervisor, c, a), a.id],
      ] as const;
      await Promise.all(pairs.map(([pair, keep]) => decide(supervisor, pair, { decision: 'same', keep })));
      const open = (await Promise.all(three.map(({ id }) => status(id)))).filter((one) => one !== 'merged');
      expect(open.length).toBeGreaterThanOrEqual(1);
      for (const one of three)
        expect((await (await service.person(one)).get('/v1/appointments/own')).status).toBeLessThan(500);
    });
  });

  it('is refused by the database where a case would be merged into two', async () => {
    const { first, second, pair } = await reportedTwice(service, supervisor);
    await merge(pair, first.id);
    const again = service.query(
      `INSERT INTO registration_merge (id, post_id, pair_id, kept_id, merged_id, previous_status, merged_by)
       SELECT gen_random_uuid(), post_id, pair_id, kept_id, merged_id, previous_status, merged_by
       FROM registration_merge WHERE merged_id = $1`,
      [second.id],
    );
    await expect(again).rejects.toMatchObject({ constraint: 'one_merge_at_a_time' });
  });
});
