import { authorityLifetime, nextRevocationList, signerLifetime } from './lifetimes.js';

const FROM = new Date('2026-01-31T00:00:00Z');
const DAY = 86_400_000;
const monthsOf = (until: Date) => (until.getTime() - FROM.getTime()) / (30.44 * DAY);

describe('how long keys and lists are good (ICAO Doc 9303-12 section 4.1)', () => {
  it('has the signing authority sign for three to five years', () => {
    expect(monthsOf(authorityLifetime(FROM).keyUntil)).toBeGreaterThanOrEqual(36);
    expect(monthsOf(authorityLifetime(FROM).keyUntil)).toBeLessThanOrEqual(60);
  });

  it('has a seal signer sign for fourteen months, and be known until its last document has run out', () => {
    const { keyUntil, until } = signerLifetime(FROM);
    expect(Math.round(monthsOf(keyUntil))).toBe(14);
    expect(Math.round(monthsOf(until))).toBe(14 + 24);
    expect(authorityLifetime(FROM).until.getTime()).toBeGreaterThan(until.getTime());
  });

  it('has a revocation list follow within 90 days', () => {
    const days = (nextRevocationList(FROM).getTime() - FROM.getTime()) / DAY;
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThanOrEqual(90);
  });
});
