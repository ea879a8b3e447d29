import { ownLocation } from './codes-in-hands.js';

describe('where somebody is, on their own page', () => {
  const told = { whereNow: 'Rumah Contoh', whereHeld: 'Gedung Contoh' };
  const at = new Date('2026-01-30T09:00:00Z');

  it.each(['self', 'kiosk'] as const)('is shown under codes that nobody else had: %s', (channel) => {
    expect(ownLocation({ channel, codesRenewedAt: null }, told)).toEqual(told);
    expect(ownLocation({ channel, codesRenewedAt: null }, {})).toEqual({});
  });

  it('is not shown under codes that somebody handed over: only that something is held', () => {
    for (const channel of ['self', 'kiosk', 'officer', 'organisation'] as const)
      expect(ownLocation({ channel, codesRenewedAt: at }, told)).toEqual({
        unshown: ['whereNow', 'whereHeld'],
      });
    for (const channel of ['officer', 'organisation'] as const)
      expect(ownLocation({ channel, codesRenewedAt: null }, { whereNow: 'x' })).toEqual({
        unshown: ['whereNow'],
      });
  });
});
