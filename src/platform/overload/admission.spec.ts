import { Admission } from './admission.js';

describe('admission', () => {
  const enter = (admission: Admission, known: boolean, times: number): number =>
    Array.from({ length: times }, () => admission.enter(known)).filter(Boolean).length;

  it('keeps places for those who show a credential when everyone else has filled theirs', () => {
    const admission = new Admission(10);
    expect(enter(admission, false, 100)).toBe(8);
    expect(enter(admission, true, 100)).toBe(2);
    expect(admission.enter(true)).toBe(false);
  });

  it('gives a place again that was left', () => {
    const admission = new Admission(1);
    expect(enter(admission, false, 2)).toBe(1);
    admission.leave();
    expect(enter(admission, false, 2)).toBe(1);
  });

  it('counts those who are on their way in, but slow ones with no more than a tenth of the places', () => {
    const admission = new Admission(20);
    enter(admission, false, 15);
    const arrived = admission.approach();
    expect(admission.hasRoom(false)).toBe(false);
    arrived();
    expect(admission.hasRoom(false)).toBe(true);
    for (let slow = 0; slow < 1000; slow++) admission.approach();
    expect(admission.hasRoom(true)).toBe(true);
    expect(enter(admission, false, 5)).toBe(1);
  });

  it('is one count for the door and the service, and who was let by counts until they are met', () => {
    const service = new Admission(10);
    const door = new Admission(10, service.memory);
    enter(service, false, 6);
    for (let request = 0; request < 2; request++) door.letBy();
    expect([door.hasRoom(false), service.hasRoom(false)]).toEqual([false, false]);
    expect(door.hasRoom(true)).toBe(true);
    service.met();
    expect(door.hasRoom(false)).toBe(true);
    door.refuse();
    service.refuse();
    expect(service.refused).toBe(2);
  });
});
