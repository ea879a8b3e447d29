import type { SlotPage } from '../../src/appointments/slots/slots.dto.js';
import type { SetupChangedResponse, SetupResponse } from '../../src/posts/setup/setup.dto.js';
import { book, bookedHours, registerMany } from '../appointments/hall.js';
import { newKey, type Service } from '../support/service.js';

export const WEEK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));

/** What a supervisor does to a post, and what comes of it. */
export async function postDesk(service: Service) {
  const [supervisor, officer] = [await service.api('supervisor'), await service.api('officer')];
  const base = `/v1/posts/${service.demonstration.postId}`;
  const setup = async () => (await supervisor.get(`${base}/setup`).expect(200)).body as SetupResponse;
  const send = async (method: 'put' | 'post' | 'delete', path: string, body: object = {}, version?: number) =>
    supervisor[method](`${base}/${path}`)
      .set('if-match', `"v${version ?? (await setup()).version}"`)
      .set('idempotency-key', newKey())
      .send(body);
  const changed = async (...sent: Parameters<typeof send>) => {
    const { body, status } = await send(...sent);
    expect({ status, body: status < 300 ? {} : (body as object) }).toEqual({
      status: sent[0] === 'post' && !sent[1].includes('closing') ? 201 : 200,
      body: {},
    });
    return body as SetupChangedResponse;
  };
  const hours = (opens: string, closes: string) => ({
    openingHours: WEEK.map((day) => ({ ...day, opens, closes })),
  });
  /** Local times of the slots that can be seen, of tomorrow. */
  const tomorrow = async () => {
    const { body } = await officer.get('/v1/slots?limit=200').expect(200);
    const at = await service.query<{ day: string; time: string; seats: number; free: number }>(
      `SELECT (s.at AT TIME ZONE time_zone)::date - (now() AT TIME ZONE time_zone)::date AS day,
         to_char(s.at AT TIME ZONE time_zone, 'HH24:MI') AS time, seats, free
       FROM post, unnest($2::timestamptz[], $3::int[], $4::int[]) AS s (at, seats, free) WHERE id = $1`,
      [
        service.demonstration.postId,
        ...(['startsAt', 'seats', 'free'] as const).map((key) =>
          (body as SlotPage).items.map((slot) => slot[key]),
        ),
      ],
    );
    return at.filter(({ day }) => Number(day) === 1).map(({ day: _, ...slot }) => slot);
  };
  const dayOf = async (ahead: number) =>
    (
      await service.query<{ day: string }>(
        'SELECT ((now() AT TIME ZONE time_zone)::date + $2::int)::text AS day FROM post WHERE id = $1',
        [service.demonstration.postId, ahead],
      )
    )[0]!.day;
  const toldOf = async (ids: readonly string[]) =>
    (
      await service.query<{ told: number }>(
        `SELECT count(*)::int AS told FROM message WHERE kind = 'appointment-changed' AND recipient_id = ANY ($1)`,
        [ids],
      )
    )[0]!.told;
  const idsOf = (people: readonly { id: string }[]) => people.map(({ id }) => id);
  const hoursOf = (ids: readonly string[]) =>
    bookedHours(
      service,
      ids.map((id) => ({ id })),
    );
  /** Books people for tomorrow's last slot, as far as it has seats. */
  const bookTomorrow = async (people: number, at = -1) => {
    const registered = await registerMany(service, people);
    const { body } = await officer.get('/v1/slots?limit=200').expect(200);
    const [{ day }] = (await service.query<{ day: Date }>(
      `SELECT ((now() AT TIME ZONE time_zone)::date + 2)::timestamp AT TIME ZONE time_zone AS day FROM post WHERE id = $1`,
      [service.demonstration.postId],
    )) as [{ day: Date }];
    const slot = (body as SlotPage).items.filter(({ startsAt }) => new Date(startsAt) < day).at(at)!;
    for (const { id } of registered) await book(officer, id, slot.id).expect(201);
    return { ids: idsOf(registered), slot };
  };

  /** People whose seat is planned no longer and who are not booked again. */
  const unseated = async (): Promise<number> => {
    const rows = await service.query(
      `SELECT FROM seat s JOIN booking b ON b.slot_id = s.slot_id AND b.seat_number = s.number AND b.status = 'booked'
       JOIN service_type t ON t.id = s.service_type_id AND t.active
       WHERE NOT s.planned AND s.starts_at > now() AND b.called_forward_at IS NULL`,
    );
    return rows.length;
  };
  return {
    supervisor,
    officer,
    base,
    setup,
    send,
    changed,
    hours,
    tomorrow,
    dayOf,
    toldOf,
    idsOf,
    hoursOf,
    bookTomorrow,
    unseated,
  };
}
