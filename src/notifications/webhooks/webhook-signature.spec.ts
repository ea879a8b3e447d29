import fc from 'fast-check';
import { isSigned, sign } from './webhook-signature.js';

const SECRET = 'a-secret-of-thirty-two-characters';
const NOW = new Date('2026-01-16T03:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const BODY = Buffer.from('{"id":"1"}');

describe('a signature', () => {
  it('is good for its body, its secret and a few minutes', () => {
    const header = sign(SECRET, SECONDS, BODY);
    expect(isSigned(SECRET, header, BODY, NOW)).toBe(true);
    expect(isSigned(SECRET, header, Buffer.from('{"id":"2"}'), NOW)).toBe(false);
    expect(isSigned(`${SECRET}!`, header, BODY, NOW)).toBe(false);
    expect(isSigned(SECRET, header, BODY, new Date(NOW.getTime() + 301_000))).toBe(false);
    expect(isSigned(SECRET, header, BODY, new Date(NOW.getTime() - 301_000))).toBe(false);
    expect(isSigned(SECRET, header.replace(`${SECONDS}`, `${SECONDS + 1}`), BODY, NOW)).toBe(false);
    expect(isSigned(SECRET, undefined, BODY, NOW)).toBe(false);
  });

  it('is none whatever else is sent', () => {
    fc.assert(fc.property(fc.string(), (header) => !isSigned(SECRET, header, BODY, NOW)));
  });
});
