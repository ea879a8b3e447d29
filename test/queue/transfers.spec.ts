import { Database } from '../../src/platform/database/database.js';
import { Topics } from '../../src/platform/jobs/topics.js';
import type { HeldTicketList, PostSkillsResponse } from '../../src/queue/skills/skills.dto.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import type { TransferNoteList } from '../../src/queue/transfers/transfers.dto.js';
import { officerElsewhere } from '../support/another-post.js';
import { type Api, type Service, startService } from '../support/service.js';
import { act, arrive, atWork, bodyOf, countersOf, next, saveWaiting } from './visits.js';

const NOTE = 'Form filled in; the photo is missing.';

describe('people who need somebody else', () => {
  let service: Service;
  let supervisor: Api;
  let officers: Api[];
  let counters: string[];
  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
    officers = await atWork(service, 3);
    counters = await countersOf(service, 3);
  });
  afterEach(async () => {
    await service.query(
      "UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now(), parked_at = NULL WHERE ended_at IS NULL",
    );
    await service.query('DELETE FROM officer_skills');
    await service.query('DELETE FROM counter_skills');
  });
  afterAll(() => service.stop());

  const call = async (api: Api) => bodyOf<TicketResponse>(await next(api).expect(200));
  const done = async (api: Api, name: string, ticket: TicketResponse, body?: object) =>
    bodyOf<TicketResponse>(await act(api, name, ticket, body).expect(200));
  const held = async () => bodyOf<HeldTicketList>(await supervisor.get('/v1/tickets/held').expect(200)).items;
  const need = (id: string, ...needs: string[]) =>
    service.query('UPDATE ticket SET needs = $2 WHERE id = $1', [id, needs]);

  /** Officers as they sit at their counters. */
  async function officerIds(): Promise<string[]> {
    const rows = await service.query<{ id: string }>(
      'SELECT s.account_id AS id FROM counter_session s JOIN counter c ON c.id = s.counter_id ORDER BY c.number',
    );
    return rows.map(({ id }) => id);
  }
  async function give(index: number, ...skills: string[]): Promise<void> {
    const id = (await officerIds())[index]!;
    const { officers } = bodyOf<PostSkillsResponse>(await supervisor.get('/v1/skills').expect(200));
    const { version } = officers.find((officer) => officer.id === id)!;
    await supervisor
      .put(`/v1/skills/officers/${id}`)
      .set('if-match', `"v${version}"`)
      .send({ skills })
      .expect(200);
  }

  describe('skills', () => {
    it('are given by a supervisor, officer by officer and counter by counter, on record', async () => {
      const [one] = await officerIds();
      await give(0, 'language:my', 'protection');
      await supervisor
        .put(`/v1/skills/counters/${counters[1]}`)
        .set('if-match', '"v1"')
        .send({ skills: ['service:identity'] })
        .expect(200);
      const skills = bodyOf<PostSkillsResponse>(await supervisor.get('/v1/skills').expect(200));
      expect(skills.choices).toEqual(
        expect.arrayContaining(['protection', 'language:my', 'service:identity']),
      );
      expect(skills.choices).not.toContain('language:id');
      expect(skills.officers.find(({ id }) => id === one)).toMatchObject({
        skills: ['language:my', 'protection'],
        version: 2,
      });
      expect(skills.counters[1]).toMatchObject({ number: 2, skills: ['service:identity'], version: 2 });
      expect(
        await service.query("SELECT subject_kind FROM audit_event WHERE action = 'queue.skills-changed'"),
      ).toEqual([{ subject_kind: 'account' }, { subject_kind: 'counter' }]);
      const put = (path: string, version: number, skills: unknown) =>
        supervisor.put(path).set('if-match', `"v${version}"`).send({ skills });
      const late = async (path: string) => {
        const { body } = await put(path, 1, []).expect(412);
        return body as { code: string; detail: string };
      };
      const officer = await late(`/v1/skills/officers/${one}`);
      expect(officer.code).toBe('skills-changed');
      expect(officer.detail).toContain('Officer Contoh: Demonstration supervisor saved other skills.');
      const counter = await late(`/v1/skills/counters/${counters[1]}`);
      expect(counter.detail).toContain('Counter 2: Demonstration supervisor saved other skills.');
      await put(`/v1/skills/officers/${one}`, 2, ['language:xx']).expect(422);
      await put(`/v1/skills/officers/${one}`, 2, ['kindness']).expect(422);
      await put(`/v1/skills/counters/${counters[1]}`, 2, ['protection']).expect(422);
      await put(`/v1/skills/counters/${one}`, 1, []).expect(404);
      const other = await service.api('officer');
      await other.get('/v1/skills').expect(403);
      await other.put(`/v1/skills/officers/${one}`).set('if-match', '"v2"').send({ skills: [] }).expect(403);
    });

    it('are kept in their form by the database, whoever writes', async () => {
      const [account] = await officerIds();
      const { postId } = service.demonstration;
      const write = (table: string, column: string, id: string, skills: string[]) =>
        service.query(
          `INSERT INTO ${table} (post_id, ${column}, skills, changed_by) VALUES ($1, $2, $3, $4)`,
          [postId, id, skills, account],
        );
      await expect(write('officer_skills', 'account_id', account!, ['kindness'])).rejects.toMatchObject({
        constraint: 'officer_skills_form',
      });
      await expect(
        write('counter_skills', 'counter_id', counters[0]!, ['language:my']),
      ).rejects.toMatchObject({
        constraint: 'counter_does_services',
      });
      const [elsewhere] = await service.query<{ id: string }>(
        'SELECT id FROM account WHERE NOT EXISTS (SELECT FROM account_post p WHERE p.account_id = account.id AND p.post_id = $1) LIMIT 1',
        [postId],
      );
      if (elsewhere)
        await expect(write('officer_skills', 'account_id', elsewhere.id, [])).rejects.toMatchObject({
          constraint: 'officer_skills_of_the_post',
        });
    });

    it('decide who is called to whom, for some minutes and while somebody has them', async () => {
      await give(1, 'language:my');
      const [burmese, plain] = await saveWaiting(service, [2, 2]);
      await need(burmese!, 'language:my');
      const other = await call(officers[0]!);
      expect(other.id).toBe(plain);
      expect(await held()).toMatchObject([{ id: burmese, counters: 1, needs: ['language:my'] }]);
      await next(officers[2]!).expect(204);
      expect((await call(officers[1]!)).id).toBe(burmese);
    });

    it('are not waited for when nobody at work has them, nor longer than some minutes', async () => {
      await give(1, 'language:my', 'language:km');
      const [first, second] = await saveWaiting(service, [2, 2]);
      await need(first!, 'language:my');
      await need(second!, 'language:km');
      await next(officers[0]!).expect(204);
      await service.query(
        "UPDATE ticket SET passed_over_at = now() - interval '15 minutes' WHERE id = $1 AND passed_over_at IS NOT NULL",
        [first],
      );
      const called = await call(officers[0]!);
      expect(called.id).toBe(first);
      await officers[1]!.post('/v1/counter-sessions/current/pause').expect(200);
      expect((await call(officers[2]!)).id).toBe(second);
      await officers[1]!.post('/v1/counter-sessions/current/resume').expect(200);
    });

    it('of protection are never waited out in silence: a supervisor sees the case, and decides', async () => {
      await give(1, 'protection');
      await officers[1]!.post('/v1/counter-sessions/current/pause').expect(200);
      const [ticket] = await arrive(service, officers[0]!, 1, { needs: ['danger-now'] });
      expect(ticket!.needs).toEqual(['protection', 'service:identity']);
      await next(officers[0]!).expect(204);
      await service.query("UPDATE ticket SET passed_over_at = now() - interval '9 hours' WHERE id = $1", [
        ticket!.id,
      ]);
      await next(officers[0]!).expect(204);
      expect(await held()).toMatchObject([{ id: ticket!.id, counters: 0 }]);
      await act(officers[0]!, 'release', ticket!).expect(403);
      const released = await done(supervisor, 'release', ticket!);
      expect(released).toMatchObject({ needs: [], version: 2 });
      await act(supervisor, 'release', ticket!).expect(412);
      expect((await call(officers[0]!)).id).toBe(ticket!.id);
      await act(supervisor, 'release', { ...ticket!, version: 3 }).expect(409);
      await officers[1]!.post('/v1/counter-sessions/current/resume').expect(200);
    });
  });

  describe('handed over', () => {
    it('keep their place, and the next officer reads the note, which nobody else can', async () => {
      await arrive(service, officers[0]!, 2, { fullName: 'Budi Contoh' });
      const first = await call(officers[0]!);
      const handed = await done(officers[0]!, 'transfer', first, { counterId: counters[1], note: NOTE });
      expect(handed).toMatchObject({
        status: 'waiting',
        counter: null,
        notes: 1,
        waitingSince: first.waitingSince,
        ahead: 0,
      });
      expect((await call(officers[0]!)).id).not.toBe(first.id);
      await next(officers[2]!).expect(204);
      const readBy = (api: Api) => api.get(`/v1/tickets/${first.id}/notes`);
      const elsewhere = { code: 'at-another-counter' };
      for (const early of officers) expect((await readBy(early).expect(409)).body).toMatchObject(elsewhere);
      expect((await call(officers[1]!)).id).toBe(first.id);
      const notes = await readBy(officers[1]!).expect(200);
      expect((await readBy(officers[2]!).expect(409)).body).toMatchObject(elsewhere);
      await readBy(supervisor).expect(403);
      expect(bodyOf<TransferNoteList>(notes).items).toEqual([
        {
          note: NOTE,
          writtenBy: 'Officer Contoh',
          counter: 1,
          writtenAt: expect.any(String) as string,
        },
      ]);
      await readBy(await service.api('approver')).expect(403);
      await readBy(await officerElsewhere(service)).expect(404);
      const audit = JSON.stringify(
        await service.query('SELECT action, detail FROM audit_event WHERE action LIKE $1', ['queue.%']),
      );
      expect(audit).toContain('queue.note-read');
      expect(audit).toContain('queue.transferred');
      expect(audit).not.toContain('photo');
      const [stored] = await service.query<{ sealed: Buffer }>(
        'SELECT note_sealed AS sealed FROM ticket_transfer WHERE ticket_id = $1',
        [first.id],
      );
      expect(stored!.sealed.toString('latin1')).not.toContain('photo');
    });

    it('go to whoever does the service or has the skill, and are called by others where they are not', async () => {
      await give(1, 'service:travel-document');
      await give(2, 'language:my');
      await saveWaiting(service, [2]);
      const first = await call(officers[0]!);
      const other = await done(officers[0]!, 'transfer', first, { service: 'travel-document' });
      expect(other).toMatchObject({
        service: 'travel-document',
        needs: ['service:travel-document'],
        notes: 0,
      });
      await next(officers[0]!).expect(204);
      const there = await call(officers[1]!);
      const third = await done(officers[1]!, 'transfer', there, { skill: 'language:my' });
      expect(third.needs).toEqual(['service:travel-document', 'language:my']);
      await officers[2]!.post('/v1/counter-sessions/current/pause').expect(200);
      expect((await call(officers[1]!)).id).toBe(first.id);
      await officers[2]!.post('/v1/counter-sessions/current/resume').expect(200);
    });

    it('only to somebody who is there for it', async () => {
      await saveWaiting(service, [2]);
      const ticket = await call(officers[0]!);
      const refused = async (body: object, status: number, code: string) =>
        expect((await act(officers[0]!, 'transfer', ticket, body).expect(status)).body).toMatchObject({
          code,
        });
      await refused({ counterId: counters[0] }, 409, 'counter-not-open');
      await refused({ counterId: ticket.id }, 422, 'invalid-input');
      await refused({ service: 'travel-document' }, 409, 'nobody-has-skill');
      await refused({ skill: 'protection' }, 409, 'nobody-has-skill');
      await refused({ service: 'nothing' }, 422, 'invalid-input');
      await refused({ skill: 'kindness' }, 422, 'invalid-input');
      await refused({}, 422, 'invalid-input');
      await refused({ counterId: counters[1], skill: 'language:my' }, 422, 'invalid-input');
      await give(2, 'protection');
      await need(ticket.id, 'protection');
      await refused({ counterId: counters[1] }, 409, 'counter-not-trained');
      await act(officers[1]!, 'transfer', ticket, { counterId: counters[2] }).expect(409);
      await done(officers[0]!, 'transfer', ticket, { counterId: counters[2] });
      await refused({ counterId: counters[2] }, 412, 'ticket-changed');
      await act(await service.api('approver'), 'transfer', ticket, {}).expect(403);
    });

    it('leave no note behind when they are erased', async () => {
      const [arrived] = await arrive(service, officers[0]!, 1);
      const ticket = await call(officers[0]!);
      await done(officers[0]!, 'transfer', ticket, { counterId: counters[1], note: NOTE });
      await service.runJobs();
      const { postId } = service.demonstration;
      await service.app.get(Database).transaction([postId], (tx) =>
        service.app.get(Topics).publish(tx, 'registration.erased', {
          postId,
          requestId: 'test-erased',
          registrationId: arrived!.registrationId,
        }),
      );
      await service.runJobs();
      expect(
        await service.query('SELECT note_sealed FROM ticket_transfer WHERE ticket_id = $1', [ticket.id]),
      ).toEqual([{ note_sealed: null }]);
    });
  });
});
