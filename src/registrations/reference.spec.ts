import fc from 'fast-check';
import { WORDLESS } from '../platform/crypto/secret-text.js';
import { newReference, readReference } from './reference.js';

describe('reference', () => {
  it('reads back what it makes, however it is typed', () => {
    for (let i = 0; i < 200; i++) {
      const reference = newReference('PNH');
      expect(readReference(reference)).toBe(reference);
      expect(readReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference);
    }
  });

  it('refuses every single wrong character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.constantFrom(...WORDLESS), (place, wrong) => {
        const reference = newReference('PNH');
        const characters = [...reference.replaceAll('-', '').slice(3)];
        fc.pre(characters[place] !== wrong);
        characters[place] = wrong;
        expect(readReference(`PNH${characters.join('')}`)).toBeUndefined();
      }),
    );
  });

  it.each(['', 'PNH', 'PNH-0000-0000', 'P1H-0000-0000-0', 'PNH-UUUU-UUUU-U', 'x'.repeat(500)])(
    'refuses %j',
    (typed) => {
      expect(readReference(typed)).toBeUndefined();
    },
  );
});
