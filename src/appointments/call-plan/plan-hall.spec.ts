import { callState, HOURS, present } from '../../../test/support/made-up-call-state.js';
import { ASSUMED } from './call-parameters.js';
import { planHall } from './plan-hall.js';

const { rooms } = ASSUMED;
const hours = HOURS[0]!;
const full = Array.from({ length: rooms.zoneSeats }, (_, n) => present(`z${n}`));

describe('planHall', () => {
  it('lets nobody into the hall before it opens for them, also where the zone has hardly a seat left', () => {
    const zone = full.slice(1);
    const before = callState({ now: hours.opensAt - rooms.hallFrom - 1, zone });
    expect(planHall(before, hours)).toEqual([]);
    expect(planHall({ ...before, now: hours.opensAt - rooms.hallFrom + 1 }, hours)).not.toEqual([]);
  });

  it('but has nobody stand: who finds no seat in the zone goes in', () => {
    const early = callState({ now: hours.opensAt - rooms.hallFrom - 1, zone: full });
    expect(planHall(early, hours)).toHaveLength(1);
  });

  it('lets urgent people in at once, also where the hall has no seat left', () => {
    const hall = Array.from({ length: rooms.hallSeats }, (_, n) => present(`h${n}`));
    const zone = [present('one'), present('urgent', { band: 'urgent' })];
    expect(planHall(callState({ hall, zone }), hours).map(({ personId }) => personId)).toEqual(['urgent']);
  });
});
