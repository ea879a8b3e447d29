import fc from 'fast-check';
import { isSpellable, printName, readName } from './mrz-name.js';

const TD2 = 31;
const TD3 = 39;

/** The printed name without the fillers at its end. */
const printed = (primary: string, secondary: string, width = TD3) => {
  const result = printName({ primary, secondary }, width);
  return result.ok ? result.text.replace(/<+$/, '') : result.faults;
};

/** Examples of ICAO Doc 9303-4 section 4.2.3 and appendix A. */
describe('names in a machine-readable zone', () => {
  it.each([
    ['Eriksson', 'Anna Maria', 'ERIKSSON<<ANNA<MARIA'],
    ["O'Connor", 'Enya Siobhan', 'OCONNOR<<ENYA<SIOBHAN'],
    ['d’Artagnan', 'Jean', 'DARTAGNAN<<JEAN'],
    ['Smith-Jones', 'Susie Margaret', 'SMITH<JONES<<SUSIE<MARGARET'],
    ['Evans, Jr', 'J. R.', 'EVANS<JR<<J<R'],
    ['Arkfreith', '', 'ARKFREITH'],
    ['Sukarno', ' ', 'SUKARNO'],
    ['van der Müller', 'Zoë', 'VAN<DER<MUELLER<<ZOE'],
    ['ʿAbd al-Raḥmān', 'Shaʾn Qurʼān Kaʻi', 'ABD<AL<RAHMAN<<SHAN<QURAN<KAI'],
    ['Ma＇ruf', 'O‛Neil Xʽ Yˈ Zʹ Ꞌa', 'MARUF<<ONEIL<X<Y<Z<A'],
    ['Ramasamy', 'a/l Muthu', 'RAMASAMY<<AL<MUTHU'],
    ['Ｗａｔｉ', 'ＳＩＴＩ，Ani、Ina', 'WATI<<SITI<ANI<INA'],
    ['Ǆamonja', 'Ǉiljana ǌ', 'DZAMONJA<<LJILJANA<NJ'],
    ['Al‑Rahman', 'Abdul–Aziz', 'AL<RAHMAN<<ABDUL<AZIZ'],
    ['Mc(Donald)', 'A. "B" C & D', 'MCDONALD<<A<B<C<D'],
  ])('prints %s, %s', (primary, secondary, text) => expect(printed(primary, secondary)).toBe(text));

  it.each([
    ['Siti2', 'Ani', [{ part: 'primary', fault: 'character', character: '2' }]],
    ['Siti', 'អា', [{ part: 'secondary', fault: 'character', character: 'អ' }]],
    ['Siti 😀', '１', [{ part: 'primary', fault: 'character', character: '😀' }]],
    ['Siti', '１', [{ part: 'secondary', fault: 'character', character: '１' }]],
    ['Əliyev', '', [{ part: 'primary', fault: 'character', character: 'Ə' }]],
    ['😀', 'Ani', [{ part: 'primary', fault: 'character', character: '😀' }]],
    ['', 'Ani', [{ part: 'primary', fault: 'empty' }]],
    ['-', '', [{ part: 'primary', fault: 'empty' }]],
  ])('refuses %j, %j', (primary, secondary, faults) =>
    expect(printed(primary, secondary)).toEqual(expect.arrayContaining(faults)),
  );

  it.each([
    ['Medan 2 (Ṭanṭā)', true],
    ['Москва', true],
    ['Ɓa', false],
    ['Medan 😀', false],
    ['ភ្នំពេញ', false],
    ['-', false],
  ])('says whether a place can be spelled: %s %s', (place, spelled) =>
    expect(isSpellable(place)).toBe(spelled),
  );

  it('cuts long given names at a letter', () => {
    expect(printed('Nilavadhanananda', 'Chayapa Dejthamrong Krasuang')).toBe(
      'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K',
    );
  });

  it('gives up a letter of the longest part where the cut would fall between parts', () => {
    expect(printed('Nilavadhanananda', 'Chayapa Dejth Krasuang', TD2 + 1)).toBe(
      'NILAVADHANANANDA<<CHAYAP<DEJTH<K',
    );
  });

  it('keeps a letter of the given names however long the family name', () => {
    expect(printed('Bennelong Wooloomooloo Warrandyte Warnambool', 'Dingo Potoroo')).toBe(
      'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WA<<D',
    );
    expect(printed('Bennelong Wooloomooloo Warrandyte Warnambool', '')).toBe(
      'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WARNA',
    );
  });

  it('says whether a name was cut', () => {
    expect(printName({ primary: 'A'.repeat(28), secondary: 'B' }, TD2)).toMatchObject({ truncated: false });
    expect(printName({ primary: 'A'.repeat(29), secondary: 'B' }, TD2)).toMatchObject({ truncated: true });
  });

  it('reads a single name as a primary identifier alone', () => {
    expect(readName('ARKFREITH<<<<<<<<<<<<<<<<<<<<<<')).toEqual({ primary: 'ARKFREITH', secondary: '' });
  });

  const part = fc.stringMatching(/^[A-Z]{2,12}$/);
  const parts = fc.array(part, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

  it('fills the field exactly, keeps both identifiers and ends a cut in a letter', () => {
    fc.assert(
      fc.property(parts, fc.oneof(parts, fc.constant('')), (primary, secondary) => {
        const result = printName({ primary, secondary }, TD2);
        if (!result.ok) throw new Error('sound names are printed');
        expect(result.text).toHaveLength(TD2);
        if (result.truncated) expect(result.text).toMatch(/[A-Z]$/);
        const read = readName(result.text);
        expect(read.secondary === '').toBe(secondary === '');
        if (!result.truncated) expect(read).toEqual({ primary, secondary });
      }),
    );
  });
});
