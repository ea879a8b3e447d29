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
});
