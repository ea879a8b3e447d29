import type { AppointmentResponse } from '../../src/appointments/appointments.dto.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { book, cancel, makeItNoon, slotWithSeats } from './hall.js';

describe('a request for an appointment', () => {
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    await makeItNoon(service);
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  it('repeated with its key answers the same; with another slot it is refused', async () => {
    const one = await service.register();
    const other = await slotWithSeats(service, officer, 2);
    const key = newKey();
    const first = await book(officer, one.id, undefined, key).expect(201);
    expect((await book(officer, one.id, undefined, key).expect(201)).body).toEqual(first.body);
    expect((await book(officer, one.id, other, key).expect(422)).body).toMatchObject({
      code: 'idempotency-key-reused',
    });
    expect((await book(officer, one.id).expect(409)).body).toMatchObject({ code: 'already-booked' });
  });

  it('for a slot that does not exist or has begun is a fault of the field', async () => {
    const { id } = await service.register();
    const answer = await book(officer, id, '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11').expect(422);
    expect((answer.body as { errors: object[] }).errors).toMatchObject([
      { pointer: '/slotId', code: 'not-a-choice' },
    ]);
    const past = await slotWithSeats(service, officer, 2);
    await service.query("UPDATE slot SET starts_at = now() - interval '1 minute' WHERE id = $1", [past]);
    await book(officer, id, past).expect(422);
  });

  it('to cancel needs the version that was looked at, and cannot be repeated', async () => {
    const { id } = await service.register();
    const { body } = await book(officer, id).expect(201);
    const booking = body as AppointmentResponse;
    await officer.post(`/v1/appointments/${booking.id}/cancellation`).send().expect(428);
    expect((await cancel(officer, { ...booking, version: 7 }).expect(412)).body).toMatchObject({
      code: 'stale',
    });
    await cancel(officer, booking).expect(200);
    await cancel(officer, booking).expect(412);
    expect((await cancel(officer, { ...booking, version: 2 }).expect(409)).body).toMatchObject({
      code: 'booking-over',
    });
    await cancel(officer, { ...booking, id }).expect(404);
  });
});
