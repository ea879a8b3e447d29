import { randomOctets } from './random-octets.js';

describe('random octets', () => {
  it('never come twice, and what was given away is not held on to', () => {
    const given = Array.from({ length: 5000 }, () => randomOctets(12));
    expect(new Set(given.map((octets) => octets.toString('hex'))).size).toBe(5000);
    expect(given.every((octets) => octets.length === 12 && octets.some((octet) => octet !== 0))).toBe(true);
    expect(randomOctets(32).buffer).not.toBe(randomOctets(32).buffer);
  });
});
