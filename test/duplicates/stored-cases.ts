import type { Service } from '../support/service.js';

interface LiveBooking {
  registration_id: string;
  starts_at: Date;
  slot_id: string;
  seat_number: number;
}

/** What the database holds of cases, past the API. @param service there once the tests run */
export function storedIn(service: () => Service) {
  const status = async (id: string) =>
    (await service().query<{ status: string }>('SELECT status FROM registration WHERE id = $1', [id]))[0]
      ?.status;
  return {
    status,
    statuses: (cases: readonly { id: string }[]) => Promise.all(cases.map(({ id }) => status(id))),
    endedAt: async (id: string) =>
      (
        await service().query<{ at: Date | null }>('SELECT closed_at AS at FROM registration WHERE id = $1', [
          id,
        ])
      )[0]!.at,
    liveBookings: (ids: readonly string[]) =>
      service().query<LiveBooking>(
        `SELECT registration_id, starts_at, slot_id, seat_number FROM booking
         WHERE registration_id = ANY ($1) AND status IN ('booked', 'checked-in')`,
        [ids],
      ),
    /** How many people count as registered. */
    registered: async () =>
      Number(
        (
          await service().query<{ n: string }>(
            "SELECT count(*) AS n FROM journey_milestone WHERE milestone = 'registered'",
          )
        )[0]!.n,
      ),
  };
}
