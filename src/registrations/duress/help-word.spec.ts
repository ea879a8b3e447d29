import { newAccessCredentials } from '../intake/access-credentials.js';
import { newReference } from '../reference.js';
import { foldedHelpWord, isHelpWord } from './help-word.js';

describe('a help word', () => {
  it.each(['mangga', 'Pulau Seribu', 'ส้มตำไทย', 'မန္တလေး', 'जामुन', 'اچھا موسم', 'ምሳሌዎች', '四海为家'])(
    'may be %s',
    (word) => {
      expect(isHelpWord(word)).toBe(true);
    },
  );

  it.each(['', 'abc', 'a b c', '1234567', '12-34', '....'])('may not be %j', (word) => {
    expect(isHelpWord(word)).toBe(false);
  });

  it('is never a code or a reference that we give out, however it is written', () => {
    for (let n = 0; n < 200; n++) {
      const { accessCode } = newAccessCredentials();
      for (const code of [accessCode, newReference('PNH')])
        for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' ')])
          expect(isHelpWord(typed)).toBe(false);
    }
  });

  it('is the same in any case, with any spaces and in any width', () => {
    expect(foldedHelpWord('  Pulau-SERIBU ')).toBe(foldedHelpWord('pulau seribu'));
    expect(foldedHelpWord('ＭＡＮＧＧＡ７')).toBe('mangga7');
    expect(foldedHelpWord('mangga ৭')).toBe('mangga7');
    expect(foldedHelpWord('mango')).not.toBe(foldedHelpWord('mangga'));
  });
});
