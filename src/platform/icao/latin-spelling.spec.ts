import fc from 'fast-check';
import { ARABIC } from './arabic-letters.js';
import { CYRILLIC, CYRILLIC_OF } from './cyrillic-letters.js';
import { isLatin, latinSpelling } from './latin-spelling.js';

describe('Cyrillic in Latin letters (Doc 9303-3 section 6, table B)', () => {
  it.each([
    ['ИВАНОВ Пётр', undefined, 'IVANOV PETR'],
    ['Юлия Щеглова', 'RUS', 'IULIIA SHCHEGLOVA'],
    ['Подъячев Игорь', 'IDN', 'PODIEIACHEV IGOR'],
    ['Ігар Аляксандр', 'BLR', 'IHAR ALIAKSANDR'],
    ['Щербаков', 'BGR', 'SHTERBAKOV'],
    ['Їжакевич Галина Юрій', 'UKR', 'YIZHAKEVYCH HALYNA YURII'],
    ['Мар’яна', 'UKR', 'MAR’IANA'],
    ['Ђорђе Живковић Горан', 'SRB', 'DORDE ZIVKOVIC GORAN'],
    ['Ѓорѓи Цветковски Ќосев', 'MKD', 'GJORGJI CVETKOVSKI KJOSEV'],
  ])('spells %s for %s as %s', (text, issuer, spelled) => expect(latinSpelling(text, issuer)).toBe(spelled));

  it('leaves a letter that is not in the table, which nobody may guess', () => {
    expect(isLatin(latinSpelling('Өмірбек'))).toBe(false);
  });
});

/** The example of table C, and what it says of shadda and teh marbuta. */
describe('Arabic in Latin letters (Doc 9303-3 section 6, table C)', () => {
  it.each([
    ['ابو بكر محمد بن زكريا الرازي', 'ABW BKR MXHMD BN ZKRYA ALRAZY'],
    ['عبّاس', 'EBBAS'],
    ['فضّة', 'FXDZXDZXAH'],
    ['مُحَمَّد', 'MXHMMD'],
    ['فاطمة الزهراء', 'FAXTTMXAH ALZHRAXE'],
    ['فاطمةبنت', 'FAXTTMXTABNT'],
    ['آمـنـة', 'XAAMNXAH'],
    ['چنگیز', 'XCNXGGXYAZ'],
  ])('spells %s as %s', (text, spelled) => expect(latinSpelling(text)).toBe(spelled));
});

describe('the tables', () => {
  it('spell with A-Z alone, every letter one way for a state', () => {
    const states = Object.values(CYRILLIC_OF).flatMap(({ anywhere, first }) => [anywhere, first ?? {}]);
    for (const table of [ARABIC, CYRILLIC, ...states])
      for (const [letter, spelled] of Object.entries(table)) {
        expect([...letter.normalize('NFC')]).toHaveLength(1);
        expect(spelled).toMatch(/^[A-Z]{0,4}$/);
      }
  });

  it('leave Latin as it is, and spell whatever they have to the last letter', () => {
    expect(latinSpelling('Müller-Contoh, Zoë')).toBe('Müller-Contoh, Zoë');
    const letters = fc.array(
      fc.constantFrom(...Object.keys(CYRILLIC), ...Object.keys(ARABIC), 'ة', ' ', '-'),
    );
    fc.assert(fc.property(letters, (name) => isLatin(latinSpelling(name.join('')))));
  });

  it.each(['ကျော်', 'สมชาย', '陳大文', 'អ្នក', 'ሰላም', 'আলী'])('have nothing for %s', (name) =>
    expect(isLatin(latinSpelling(name))).toBe(false),
  );
});
