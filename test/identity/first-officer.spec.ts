import { DrawWaiting } from '../../src/identity/assignment/draw-waiting.js';
import { decide, reportedTwice } from '../duplicates/twice-reported.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { act, arrive, bodyOf, countersOf, next } from '../queue/visits.js';
import { type Api, type Service, startService } from '../support/service.js';
import { choose, identityOf } from './identity-file.js';

describe('the first conclusion on a person', () => {
  let service: Service;
  let [officer, second] = [] as unknown as ReturnType<typeof identityOf>[];
  const ids = new Map<string, string>();
  beforeAll(async () => {
    service = await startService();
    [officer, second] = await Promise.all(
      (['officer', 'officer2'] as const).map(async (role) => identityOf(await service.api(role))),
    );
    for (const { id, username } of await service.query<{ id: string; username: string }>(
      'SELECT id, username FROM account',
    ))
      ids.set(username, id);
  });
  afterAll(() => service.stop());

  const lotsOf = (id: string) =>
    service.query<{ officer_id: string; drawn_from: number; ended_as: string | null }>(
      'SELECT officer_id, drawn_from, ended_as FROM identity_first_lot WHERE registration_id = $1',
      [id],
    );

  it('by whom the lot fell on: nobody else gets it, however often they try', async () => {
    const { id } = await service.register();
    const { status } = await officer!.decide(id, 0, 'more-needed', ['photo-needed']);
    const [lot, ...more] = await lotsOf(id);
    expect(more).toEqual([]);
    const own = lot!.officer_id === ids.get('officer');
    expect(lot).toMatchObject({ drawn_from: 2, ended_as: own ? 'done' : null });
    expect(status).toBe(own ? 200 : 409);

    const { id: another } = await service.register();
    await choose(service, another, 'officer2');
    for (let attempt = 0; attempt < 4; attempt++) {
      const answer = await officer!.decide(another, 0, 'more-needed', ['photo-needed']).expect(409);
      expect(answer.body).toMatchObject({ code: 'first-officer-drawn' });
    }
    expect((await second!.own()).items).toContainEqual(
      expect.objectContaining({ registrationId: another, seat: 'first' }),
    );
    await second!.decide(another, 0, 'more-needed', ['photo-needed']).expect(200);
    expect(await lotsOf(another)).toMatchObject([{ ended_as: 'done' }]);
  });

  it('by the officer to whose counter the hall called the person, and the hall calls nobody to whom they are tied', async () => {
    const [api, tied] = [await service.api('officer'), await service.api('officer2')];
    const [ticket] = await arrive(service, api, 1);
    const id = ticket!.registrationId;
    const counters = await countersOf(service, 2);
    for (const [at, one] of [api, tied].entries())
      await one.post('/v1/counter-sessions').send({ counterId: counters[at] }).expect(201);
    await second!.tie(id).expect(204);
    await next(tied).expect(204);
    await choose(service, id, 'officer2');
    await next(api).expect(200);
    await officer!.decide(id, 0, 'more-needed', ['photo-needed']).expect(200);
    expect(await lotsOf(id)).toMatchObject([{ ended_as: 'overtaken' }]);
  });

  it('by nobody to whom a colleague handed the person over, not even by way of the hall', async () => {
    const [api, friend] = [await service.api('officer'), await service.api('officer2')];
    const [his, hers] = await countersOf(service, 2);
    await service.query(
      `INSERT INTO counter_skills (counter_id, post_id, skills, changed_by)
       SELECT id, post_id, '{service:identity}', $2 FROM counter WHERE id = ANY ($1)`,
      [[his, hers], ids.get('officer')],
    );
    await act(api, 'missed', bodyOf<TicketResponse>(await next(api).expect(200))).expect(200);
    const [ticket] = await arrive(service, api, 1);
    const id = ticket!.registrationId;
    await choose(service, id);
    const seen = bodyOf<TicketResponse>(await next(api).expect(200));
    expect(seen.id).toBe(ticket!.id);
    const handOver = async (by: Api, ticket: TicketResponse, to: object) =>
      act(by, 'transfer', bodyOf(await act(by, 'start', ticket).expect(200)), to).expect(200);
    await handOver(api, seen, { counterId: hers });
    const refused = async () => {
      const { body } = await second!.decide(id, 0, 'more-needed', ['photo-needed']).expect(409);
      expect(body).toMatchObject({ code: 'first-officer-drawn' });
    };
    const handed = bodyOf<TicketResponse>(await next(friend).expect(200));
    expect(handed.id).toBe(ticket!.id);
    await refused();
    await handOver(friend, handed, { service: 'identity' });
    await refused();
    expect(bodyOf<TicketResponse>(await next(friend).expect(200)).id).toBe(ticket!.id);
    await refused();
    await officer!.decide(id, 0, 'more-needed', ['photo-needed']).expect(200);
  });

  it('by another where the one drawn is tied or away', async () => {
    const { id } = await service.register();
    await officer!.record(id, 'interview').expect(201);
    await choose(service, id);
    await officer!.tie(id).expect(204);
    expect((await second!.own()).items).toContainEqual(
      expect.objectContaining({ registrationId: id, seat: 'first' }),
    );
    await second!.available(false).expect(200);
    await second!.available(true).expect(200);
    await service.app.get(DrawWaiting).drawAll();
    expect((await second!.own()).items.map((item) => item.registrationId)).toContain(id);
    await second!.decide(id, 1, 'more-needed', ['photo-needed']).expect(200);
  });

  it('by the one of two who did not gather the evidence leaves the second to the one who did', async () => {
    const { id } = await service.register();
    await officer!.record(id, 'interview').expect(201);
    await choose(service, id, 'officer2');
    await second!.decide(id, 1, 'verified').expect(200);
    expect((await second!.read(id)).review).toMatchObject({ assignedTo: ids.get('officer') });
    const { body } = await officer!.decide(id, 2, 'verified').expect(200);
    expect(body).toMatchObject({
      state: 'verified',
      why: { officers: [ids.get('officer2'), ids.get('officer')] },
    });
  });

  describe('on somebody who reported twice', () => {
    let supervisor: Api;
    beforeAll(async () => {
      supervisor = await service.api('supervisor');
    });

    it('is not lost where it is against them: the case that has it is kept', async () => {
      const { first, second: turnedAway, pair } = await reportedTwice(service, supervisor);
      await service.query(
        `INSERT INTO identity_decision (id, post_id, registration_id, outcome, reasons, decided_by)
         VALUES (gen_random_uuid(), $2, $1, 'refused', '{another-person}', $3)`,
        [turnedAway.id, service.demonstration.postId, ids.get('officer2')],
      );
      const kept = { decision: 'same', keep: first.id };
      const refused = await decide(supervisor, pair, kept).expect(409);
      expect(refused.body).toMatchObject({ code: 'merge-refused' });
      const { body } = await decide(supervisor, pair, { decision: 'same' }).expect(200);
      expect(body).toMatchObject({ merge: { keptId: turnedAway.id } });
    });

    it('is not by whoever is tied to them under the merged case', async () => {
      const { first, second: merged, pair } = await reportedTwice(service, supervisor);
      await officer!.tie(merged.id).expect(204);
      await decide(supervisor, pair, { decision: 'same', keep: first.id }).expect(200);
      await service.runJobs();
      const { body } = await officer!.decide(first.id, 0, 'more-needed', ['photo-needed']).expect(409);
      expect(body).toMatchObject({ code: 'tied-to-person' });
    });
  });
});
