import { type Service, startService } from '../support/service.js';
import { calledTwice, openHall, roundAtOnce, twoPlanners, waitAtHome } from './call-plan.js';
import { cancel } from './hall.js';

describe('planners at once', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
    await openHall(service, 3);
    await waitAtHome(service, 12);
  });
  afterAll(() => service.stop());

  it('call nobody twice', async () => {
    const [first, second] = await twoPlanners(service);
    expect(first).toHaveLength(5);
    expect(second).toEqual([]);
    expect(await calledTwice(service)).toBe(0);
  });

  it('against cancelling: whoever cancels in time is not called, and no call stays open without an appointment', async () => {
    await service.query(
      "UPDATE call_forward SET state = 'withdrawn', ended_at = now() WHERE ended_at IS NULL",
    );
    await service.query("UPDATE booking SET callable_from = now() WHERE status = 'booked'");
    const officer = await service.api('officer');
    const bookings = await service.query<{ id: string; version: number }>(
      "SELECT id, version FROM booking WHERE status = 'booked' ORDER BY in_line_since LIMIT 4",
    );
    const [{ setOut }, ...cancelled] = await Promise.all([
      roundAtOnce(service),
      ...bookings.map((booking) => cancel(officer, booking)),
    ]);
    expect(setOut).toBeGreaterThan(0);
    for (const { status } of cancelled) expect([200, 412]).toContain(status);
    const open = await service.query(
      "SELECT FROM call_forward c JOIN booking b ON b.id = c.booking_id WHERE c.ended_at IS NULL AND b.status = 'cancelled'",
    );
    expect(open).toEqual([]);
  });

  it('without the constraints somebody is called twice', async () => {
    await service.query('DROP INDEX one_open_call_per_booking');
    await service.query('ALTER TABLE call_forward DROP CONSTRAINT call_forward_once_per_attempt');
    await service.query(
      "UPDATE call_forward SET state = 'withdrawn', ended_at = now() WHERE ended_at IS NULL",
    );
    await service.query("UPDATE booking SET callable_from = now() WHERE status = 'booked'");
    await twoPlanners(service);
    expect(await calledTwice(service)).toBeGreaterThan(0);
  });
});
