import fc from 'fast-check';
import { decodeSealDate, encodeSealDate } from './seal-date.js';

describe('a date in a seal', () => {
  it('is as Doc 9303-13 shows', () => {
    expect(encodeSealDate('1957-03-25').toString('hex').toUpperCase()).toBe('319EF5');
    expect(decodeSealDate(Buffer.from('319EF5', 'hex'))).toBe('1957-03-25');
  });

  it('comes back as it was', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(decodeSealDate(encodeSealDate(text))).toBe(text);
      }),
    );
  });

  it.each(['000000', 'FFFFFF', encodeSealDate('2026-02-30').toString('hex')])('%s is none', (hex) => {
    expect(decodeSealDate(Buffer.from(hex, 'hex'))).toBeNull();
  });
});
