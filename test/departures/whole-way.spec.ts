import { journeysOf, type Journeys } from '../support/journey.js';
import { type Service, startService } from '../support/service.js';

describe('the way home', () => {
  let service: Service;
  let journeys: Journeys;
  beforeAll(async () => {
    service = await startService();
    journeys = await journeysOf(service);
  });
  afterAll(() => service.stop());

  it('leads from a report to the arrival, closes the registration and uses up the document', async () => {
    const person = await journeys.booked();
    await journeys.served(person);
    const home = await journeys.arrived(person);
    expect(home).toMatchObject({ status: 'arrived', registrationId: person.id, version: 5 });
    for (const at of ['plannedAt', 'clearedAt', 'boardedAt', 'departedAt', 'arrivedAt'] as const)
      expect(home[at]).toEqual(expect.any(String));
    const [row] = await service.query('SELECT status, closed_as FROM registration WHERE id = $1', [
      person.id,
    ]);
    expect(row).toEqual({ status: 'closed', closed_as: 'departed' });
    expect(await service.query('SELECT status FROM travel_document')).toEqual([{ status: 'used' }]);
    const acts = await service.query<{ action: string }>(
      "SELECT action FROM audit_event WHERE detail ->> 'registrationId' = $1 AND action LIKE 'departure.%' ORDER BY at",
      [person.id],
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'departure.clearance-requested',
      'departure.clearance-granted',
      'departure.planned',
      'departure.cleared',
      'departure.boarded',
      'departure.departed',
      'departure.arrived',
    ]);
  });

  it('gives back the appointment and the number of somebody who has left, so that nobody calls them', async () => {
    const person = await journeys.booked();
    await journeys.departed(person);
    await service.runJobs();
    expect(await standing(person)).toEqual([{ booking: 'cancelled', ticket: null }]);
    const inTheHall = await journeys.booked();
    await journeys.checkedIn(inTheHall);
    await journeys.departed(inTheHall);
    await service.runJobs();
    expect(await standing(inTheHall)).toMatchObject([{ ticket: 'missed' }]);
  });

  const standing = ({ id }: { id: string }) =>
    service.query(
      `SELECT b.status AS booking, t.status AS ticket FROM booking b LEFT JOIN ticket t ON t.booking_id = b.id
       WHERE b.registration_id = $1`,
      [id],
    );
});
