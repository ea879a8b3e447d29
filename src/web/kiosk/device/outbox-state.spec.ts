import fc from 'fast-check';
import {
  afterAnswer,
  type Answer,
  isDue,
  isForgotten,
  keptItem,
  readAnswer,
  tryNow,
} from './outbox-state.js';

const NOW = 1_764_000_000_000;
const item = keptItem('key', 'PNH-7K3M-Q2XD-5', 'box', NOW);
const fault = { code: 'invalid-input', errors: [{ pointer: '/answers/name/fullName', code: 'required' }] };

const answer = fc.oneof(
  fc.constant<Answer>({ kind: 'accepted', reference: 'PNH-7K3M-Q2XD-5' }),
  fc.constant<Answer>({ kind: 'refused', fault }),
  fc.constant<Answer>({ kind: 'not-enrolled' }),
  fc.record({ kind: fc.constant('later' as const), seconds: fc.option(fc.integer({ min: 0, max: 1e7 })) }),
);

describe('an item of the outbox', () => {
  it('keeps its box until the service has it, whatever is answered in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, fc.boolean())), (answers) => {
        let [now, known] = [NOW, item];
        for (const [next, pressed] of answers) {
          const before = known;
          now += 1000;
          known = afterAnswer(pressed ? tryNow(known, now) : known, next, now, 0.5);
          expect(known.box).toBe(known.state === 'sent' ? null : 'box');
          if (before.state === 'sent') expect(known).toEqual(before);
        }
      }),
    );
  });

  it('is tried again ever later, but at least every five minutes', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, chance) => {
        const then = afterAnswer({ ...item, attempts }, { kind: 'later', seconds: null }, NOW, chance);
        expect(then.notBefore).toBeGreaterThanOrEqual(NOW + 1000);
        expect(then.notBefore).toBeLessThanOrEqual(NOW + 300_000);
        expect(isDue(then, NOW)).toBe(false);
        expect(isDue(then, NOW + 300_000)).toBe(true);
      }),
    );
  });

  it('waits as long as the service asks', () => {
    const then = afterAnswer(item, { kind: 'later', seconds: 60 }, NOW, 0);
    expect(then.notBefore).toBe(NOW + 60_000);
  });

  it('is put aside where it is refused, and comes back only when somebody asks', () => {
    const refused = afterAnswer(item, { kind: 'refused', fault }, NOW, 0);
    expect(refused).toMatchObject({ state: 'refused', box: 'box', fault });
    expect(isDue(refused, NOW + 1e9)).toBe(false);
    expect(isDue(tryNow(refused, NOW), NOW)).toBe(true);
    expect(isForgotten(refused, NOW + 1e12)).toBe(false);
  });

  it('is due once a clock that was ahead has been put right', () => {
    const ahead = NOW + 365 * 86_400_000;
    const later = afterAnswer(
      keptItem('key', 'PNH-1', 'box', ahead),
      { kind: 'later', seconds: null },
      ahead,
      1,
    );
    expect(isDue(later, ahead)).toBe(false);
    expect(isDue(later, NOW)).toBe(true);
  });

  it('is forgotten a day after it was sent', () => {
    const sent = afterAnswer(item, { kind: 'accepted', reference: 'PNH-0000-0000-0' }, NOW, 0);
    expect(sent.reference).toBe('PNH-0000-0000-0');
    expect([NOW + 86_400_000, NOW + 86_400_001].map((now) => isForgotten(sent, now))).toEqual([false, true]);
  });
});

describe('readAnswer', () => {
  it.each([
    [201, { reference: 'PNH-7K3M-Q2XD-5' }, 'accepted'],
    [201, undefined, 'later'],
    [200, '<html>a hotel asks for a password', 'later'],
    [401, { code: 'not-signed-in' }, 'not-enrolled'],
    [403, { code: 'not-allowed' }, 'not-enrolled'],
    [422, fault, 'refused'],
    [409, { code: 'already-registered' }, 'refused'],
    [404, '<html>', 'later'],
    [429, { code: 'too-many-requests' }, 'later'],
    [503, { code: 'unavailable' }, 'later'],
  ])('takes %i with %j for %s', (status, body, kind) =>
    expect(readAnswer(status, body, null).kind).toBe(kind),
  );

  it('keeps codes only of what was refused', () =>
    expect(readAnswer(422, { ...fault, title: 'words' }, null)).toEqual({ kind: 'refused', fault }));
});
