import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.js';
import { Environment } from '../../src/platform/config/environment.js';
import type { BoardResponse, QueueResponse } from '../../src/queue/board/queue.dto.js';
import type { OwnTicketResponse } from '../../src/queue/tickets/own-ticket.dto.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { type Api, type Service, startService } from '../support/service.js';
import { EventStream, type StreamEvent } from './event-stream.js';
import { act, arrive, atWork, bodyOf, checkIn, invite, next, saveWaiting } from './visits.js';

describe('the hall', () => {
  let service: Service;
  let first: Api;
  let second: Api;
  let boardToken: string;
  let board: Api;
  beforeAll(async () => {
    service = await startService();
    [first, second] = (await atWork(service, 2)) as [Api, Api];
    const enrolled = await service
      .everyone()
      .post('/v1/devices/enrolments')
      .send({ code: service.demonstration.boardCode })
      .expect(201);
    boardToken = bodyOf<{ accessToken: string }>(enrolled).accessToken;
    board = service.as(boardToken);
  });
  afterEach(() =>
    service.query(
      "UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now(), parked_at = NULL WHERE ended_at IS NULL",
    ),
  );
  afterAll(() => service.stop());

  it('shows a board numbers only', async () => {
    await saveWaiting(service, [0, 1, 2, 2]);
    await service.query(
      "UPDATE ticket SET waiting_since = now() - interval '14 minutes 30 seconds' WHERE band_rank = 1",
    );
    const called = bodyOf<TicketResponse>(await next(first).expect(200));
    const seen = bodyOf<QueueResponse>(await board.get('/v1/queue').expect(200));
    expect(seen).toMatchObject({
      waiting: 3,
      byBand: { urgent: 0, high: 1, standard: 2 },
      longestMinutes: 14,
      called: [{ number: called.number, counter: 1 }],
    });
    expect(seen.counters).toHaveLength(10);
    expect(seen.counters[0]).toEqual({
      number: 1,
      state: 'open',
      ticket: called.number,
      since: expect.any(String) as string,
    });
    expect(seen.counters[9]).toEqual({ number: 10, state: 'closed', ticket: null, since: null });
    expect(JSON.stringify(seen)).not.toMatch(/Contoh|TEST-|registration|[0-9a-f]{8}-[0-9a-f]{4}/);
    const supervised = bodyOf<QueueResponse>(
      await (await service.api('supervisor')).get('/v1/queue').expect(200),
    );
    expect(supervised.counters[0]).toMatchObject({ officerName: 'Officer Contoh' });
  });

  it('shows it to no other role', async () => {
    for (const role of ['protection', 'approver', 'analyst', 'auditor', 'client'] as const) {
      const api = await service.api(role);
      await api.get('/v1/queue').expect(403);
      await api.get('/v1/queue/events').expect(403);
    }
    await service.everyone().get('/v1/queue').expect(401);
    await service.everyone().get('/v1/queue/events').expect(401);
  });

  it('tells a person their own place and what to expect, and nobody else', async () => {
    await saveWaiting(service, [2, 2, 2]);
    const [receipt] = await invite(service, 1);
    const person = await service.person(receipt!);
    await person.get('/v1/tickets/own').expect(404);
    await checkIn(first, { reference: receipt!.reference }).expect(201);
    await service.query("UPDATE ticket SET due_at = now() + interval '1 day' WHERE registration_id = $1", [
      receipt!.id,
    ]);
    const own = bodyOf<OwnTicketResponse>(await person.get('/v1/tickets/own').expect(200));
    // three before, two idle counters, ten planned calls of twelve minutes weigh most of the guess
    expect(own).toMatchObject({ status: 'waiting', ahead: 3, counter: null });
    expect(own.expectedMinutes).toBeGreaterThan(0);
    expect(own.expectedRange!.from).toBeLessThanOrEqual(own.expectedMinutes!);
    expect(own.expectedRange!.to).toBeGreaterThanOrEqual(own.expectedMinutes!);
    await first.post('/v1/counter-sessions/current/pause').expect(200);
    await second.post('/v1/counter-sessions/current/pause').expect(200);
    expect((await person.get('/v1/tickets/own').expect(200)).body).toMatchObject({
      ahead: 3,
      expectedMinutes: null,
      expectedRange: null,
    });
    await first.post('/v1/counter-sessions/current/resume').expect(200);
    await second.post('/v1/counter-sessions/current/resume').expect(200);
  });

  describe('live', () => {
    let stopping: NestFastifyApplication;
    let other: NestFastifyApplication;
    // passport keeps one strategy a process, that of the last application: it must be the last to close
    beforeAll(async () => {
      stopping = await createApp(service.app.get(Environment));
      other = await createApp(service.app.get(Environment));
      for (const app of [service.app, stopping, other]) await app.listen(0, '127.0.0.1');
    });
    afterAll(() => other.close());

    const shows = (number: string) => (event: StreamEvent) =>
      event.type === 'calls' && (event.data as BoardResponse).calls.some((call) => call.number === number);
    const boards = ({ events }: EventStream) =>
      events.filter(({ type }) => type === 'calls').map(({ data }) => data as BoardResponse);

    it('shows the board at once, and each call in every process, with a chime for new calls only', async () => {
      await saveWaiting(service, [2, 2]);
      const before = bodyOf<TicketResponse>(await next(first).expect(200));
      const streams = await Promise.all([service.app, other].map((app) => EventStream.open(app, boardToken)));
      expect(streams[0]!.response.headers).toMatchObject({ 'content-type': 'text/event-stream' });
      for (const stream of streams) {
        const { data } = await stream.find(({ type }) => type === 'calls');
        expect(data).toEqual({
          calls: [{ number: before.number, counter: '1' }],
          asOf: expect.any(String) as string,
          chime: false,
        });
      }
      const called = bodyOf<TicketResponse>(await next(second).expect(200));
      for (const stream of streams) {
        const { data } = await stream.find(shows(called.number));
        expect(data).toMatchObject({
          calls: [
            { number: called.number, counter: '2' },
            { number: before.number, counter: '1' },
          ],
          chime: true,
        });
      }
      const started = bodyOf<TicketResponse>(await act(second, 'start', called).expect(200));
      await act(first, 'recall', before).expect(200);
      for (const stream of streams)
        await stream.until(
          () => boards(stream).at(-1)!.chime && boards(stream).at(-1)!.calls[0]!.number === before.number,
        );
      await act(second, 'finish', started, { outcome: 'done' }).expect(200);
      for (const stream of streams) {
        await stream.until(() => boards(stream).at(-1)!.calls.length === 1);
        expect(boards(stream).at(-1)).toMatchObject({ calls: [{ number: before.number }], chime: false });
        stream.close();
      }
    });

    it('tells a board nothing of a person', async () => {
      const [ticket] = await arrive(service, first, 1, { needs: ['pregnant'], fullName: 'Budi Contoh' });
      await next(first).expect(200);
      const stream = await EventStream.open(other, boardToken);
      await stream.find(shows(ticket!.number));
      const text = JSON.stringify(stream.events);
      for (const secret of [ticket!.id, ticket!.reference, ticket!.registrationId, 'Budi', 'high'])
        expect(text).not.toContain(secret);
      stream.close();
    });

    it('beats every fifteen seconds, and ends with the session of the board', async () => {
      const { username, password } = service.demonstration.accounts.find(
        ({ role }) => role === 'supervisor',
      )!;
      const signedIn = await service.everyone().post('/v1/sessions').send({ username, password }).expect(201);
      const staying = await EventStream.open(other, bodyOf<{ accessToken: string }>(signedIn).accessToken);
      const ending = await EventStream.open(other, boardToken);
      await Promise.all([staying, ending].map((stream) => stream.find(({ type }) => type === 'calls')));
      await service.query("UPDATE session SET ended_at = now() WHERE role = 'board'");
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      await staying.find(({ type }) => type === 'beat');
      await ending.until(() => ending.ended);
      expect(ending.events.map(({ type }) => type)).not.toContain('beat');
      await service.query("UPDATE session SET ended_at = NULL WHERE role = 'board'");
      staying.close();
    });

    it('ends its streams at once when a process stops, and the others go on', async () => {
      const [ending, staying] = await Promise.all(
        [stopping, other].map((app) => EventStream.open(app, boardToken)),
      );
      await ending!.find(({ type }) => type === 'calls');
      await stopping.close();
      await ending!.until(() => ending!.ended);
      await saveWaiting(service, [0]);
      const called = bodyOf<TicketResponse>(await next(second).expect(200));
      await staying!.find(shows(called.number));
      staying!.close();
    });
  });
});
