import { HallSnapshot, type VisitRow } from './hall-snapshot.js';

const visit = (registrationId: string, number: number, more: Partial<VisitRow> = {}): VisitRow => ({
  registrationId,
  number,
  status: 'waiting',
  counter: null,
  service: 'identity',
  ...more,
});
const hall = (visits: VisitRow[], merged: { mergedId: string; keptId: string }[] = [], second = 0) =>
  new HallSnapshot({
    visits,
    merged,
    halls: new Map([['identity', { openCounters: 2, idleCounters: 0, minutesEach: 12 }]]),
    turns: new Map([['home', { at: 63, low: 61, high: 88.5, ahead: 7.4, called: false }]]),
    asOf: new Date(Date.UTC(2026, 0, 20, 3, 0, second)),
  });
const told = (snapshot: HallSnapshot, id: string) => snapshot.of(id).status.ticket;

describe('the hall as everybody in it may ask', () => {
  it('counts those who wait and come before', () => {
    const snapshot = hall([visit('a', 3), visit('b', 1, { status: 'parked' }), visit('c', 2)]);
    expect(told(snapshot, 'a')).toMatchObject({ number: '003', ahead: 0 });
    expect(told(snapshot, 'b')).toMatchObject({ ahead: 1, expectedMinutes: null });
    expect(told(snapshot, 'c')).toMatchObject({ ahead: 1, expectedMinutes: 12 });
  });

  it('tells the latest visit, and nothing to whoever has not come', () => {
    const snapshot = hall([visit('a', 1, { status: 'missed' }), visit('a', 5)]);
    expect(told(snapshot, 'a')).toMatchObject({ number: '005', status: 'waiting' });
    expect(told(snapshot, 'b')).toBeNull();
  });

  it('follows merged cases to the one that is kept', () => {
    const snapshot = hall(
      [visit('c', 1)],
      [
        { mergedId: 'a', keptId: 'b' },
        { mergedId: 'b', keptId: 'c' },
      ],
    );
    expect(told(snapshot, 'a')).toMatchObject({ number: '001' });
  });

  it('tells those at home when their turn comes, to five minutes outwards', () => {
    const { ticket, turn } = hall([visit('a', 1)]).of('home').status;
    expect(ticket).toBeNull();
    expect(turn).toEqual({
      called: false,
      ahead: 7,
      from: '1970-01-01T01:00:00.000Z',
      until: '1970-01-01T01:30:00.000Z',
    });
  });

  it('has a tag that changes when something changed for that person only', () => {
    const before = hall([visit('a', 1), visit('b', 2)]);
    const later = hall([visit('a', 1, { status: 'called', counter: 3 }), visit('b', 2)], [], 5);
    const same = hall([visit('a', 1), visit('b', 2)], [], 5);
    expect(same.of('b').etag).toBe(before.of('b').etag);
    expect(later.of('a').etag).not.toBe(before.of('a').etag);
    expect(later.of('b').etag).not.toBe(before.of('b').etag);
  });
});
