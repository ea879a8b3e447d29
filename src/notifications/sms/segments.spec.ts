import fc from 'fast-check';
import { segmentsOf } from './segments.js';

describe('the parts of a text message', () => {
  it.each([
    ['160 Latin letters are one', 'a'.repeat(160), 'gsm-7', 1],
    ['161 are two', 'a'.repeat(161), 'gsm-7', 2],
    ['the euro takes two places', `${'a'.repeat(159)}€`, 'gsm-7', 2],
    ['70 Burmese letters are one', 'က'.repeat(70), 'ucs-2', 1],
    ['71 Thai letters are two', 'ก'.repeat(71), 'ucs-2', 2],
    ['a single Amharic letter makes all of it UCS-2', `${'a'.repeat(80)}አ`, 'ucs-2', 2],
    ['306 are two, 307 three', 'a'.repeat(307), 'gsm-7', 3],
  ])('%s', (_, text, coding, count) => {
    const segments = segmentsOf(text);
    expect(segments.coding).toBe(coding);
    expect(segments.parts).toHaveLength(count);
  });

  it('give the text again, none too long, no character cut', () => {
    const texts = fc.oneof(fc.string({ maxLength: 600 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
    fc.assert(
      fc.property(texts, (text) => {
        const { coding, parts } = segmentsOf(text);
        expect(parts.join('')).toBe(text);
        if (coding === 'ucs-2' && parts.length > 1)
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(67);
        for (const part of parts) expect(part.isWellFormed()).toBe(true);
      }),
    );
  });
});
