import fc from 'fast-check';
import { isCountryCode } from './country-codes.js';
import { readMrz } from './mrz.js';

/** Doc 9303 uses Utopia in its specimens. */
const read = (...lines: string[]) =>
  readMrz(lines.join('\n'), (code) => code === 'UTO' || isCountryCode(code));

const PASSPORT = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;

const ANNA = {
  issuer: 'UTO',
  nationality: 'UTO',
  name: { primary: 'ERIKSSON', secondary: 'ANNA MARIA' },
  birthDate: '740812',
  sex: 'F',
  expiryDate: '120415',
};

/** Specimens of ICAO Doc 9303-4, -5 and -6, appendix A and B. */
describe('reading a machine-readable zone', () => {
  it('reads a passport', () => {
    expect(read(...PASSPORT)).toMatchObject({
      ok: true,
      format: 'TD3',
      fields: { ...ANNA, documentCode: 'P', documentNumber: 'L898902C3', optional: 'ZE184226B' },
    });
  });

  it('reads TD2 and TD1 cards', () => {
    const td2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
    const td1 = [
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ];
    const card = { ...ANNA, documentCode: 'I', documentNumber: 'D23145890', optional: '' };
    expect(read(...td2)).toMatchObject({ ok: true, format: 'TD2', fields: card });
    expect(read(...td1)).toMatchObject({ ok: true, format: 'TD1', fields: card });
  });

  it('reads an emergency travel document', () => {
    expect(
      read('PUUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F2606277<<<<<<<8'),
    ).toMatchObject({ ok: true, fields: { ...ANNA, documentCode: 'PU', expiryDate: '260627' } });
  });

  it('reads a number of more than nine characters', () => {
    expect(
      read(
        'I<UTOD23145890<7349<<<<<<<<<<<',
        '3407127M9507122UTO<<<<<<<<<<<2',
        'STEVENSON<<PETER<JOHN<<<<<<<<<',
      ),
    ).toMatchObject({ ok: true, fields: { documentNumber: 'D23145890734', optional: '' } });
  });

  it('takes what people type and what keyboard readers send', () => {
    const typed = `\u0002  ${PASSPORT[0].toLowerCase()} \t\r\n\r\n${PASSPORT[1].match(/.{1,4}/g)?.join(' ')}\r\u0003`;
    expect(read(typed)).toEqual(read(...PASSPORT));
  });

  it('accepts a filler for the check digit of an empty personal number', () => {
    const empty = (digit: string) => `L898902C36UTO7408122F1204159<<<<<<<<<<<<<<${digit}`;
    expect(read(PASSPORT[0], `${empty('0')}8`)).toMatchObject({ ok: true });
    expect(read(PASSPORT[0], `${empty('<')}8`)).toMatchObject({ ok: true });
    expect(read(PASSPORT[0], `${empty('1')}9`)).toMatchObject({ faults: [{ field: 'optional' }] });
  });

  it.each([
    ['documentNumber', 10, '7'],
    ['birthDate', 20, '3'],
    ['expiryDate', 28, '0'],
    ['optional', 43, '2'],
    ['composite', 44, '1'],
  ])('names the wrong check digit of %s', (field, position, printed) => {
    const line = PASSPORT[1].slice(0, position - 1) + printed + PASSPORT[1].slice(position);
    const result = read(PASSPORT[0], line);
    expect(result).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([
        {
          kind: 'check-digit',
          field,
          printed,
          computed: PASSPORT[1].charAt(position - 1),
          line: 2,
          position,
        },
      ]),
    });
  });

  it('reports every fault in the order of the lines', () => {
    expect(read('P<QQQERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', PASSPORT[1].replace('F', 'W'))).toEqual({
      ok: false,
      faults: [
        { kind: 'value', field: 'issuer', line: 1, position: 3 },
        { kind: 'value', field: 'sex', line: 2, position: 21 },
      ],
    });
  });

  it.each([
    ['', { kind: 'length', characters: 0 }],
    [PASSPORT[0], { kind: 'length', characters: 44 }],
    [PASSPORT.join('').replace('RIK', 'R!K'), { kind: 'character', character: '!', line: 1, position: 8 }],
    [PASSPORT.join('').replace('P<', 'V<'), { kind: 'value', field: 'documentCode', line: 1, position: 1 }],
    [PASSPORT.join('').replace('ERIK', '<RIK'), { kind: 'value', field: 'name', line: 1, position: 6 }],
  ])('refuses %j', (text, fault) => expect(read(text)).toEqual({ ok: false, faults: [fault] }));

  it('says where in a date the letter O stands for a zero', () => {
    const reading = read(PASSPORT.join('').replace('740812', '74O812'));
    const [first] = reading.ok ? [] : reading.faults;
    expect(first).toEqual({ kind: 'value', field: 'birthDate', line: 2, position: 16 });
  });

  it('does not know Utopia outside of specimens', () => {
    expect(readMrz(PASSPORT.join(''))).toMatchObject({
      faults: [{ field: 'issuer' }, { field: 'nationality' }],
    });
  });

  it('never throws', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.stringMatching(/^[0-9A-Z<]{72}$/),
      fc.stringMatching(/^[0-9A-Z<]{88}$/),
      fc.stringMatching(/^[0-9A-Z<]{90}$/),
    );
    fc.assert(fc.property(anything, (text) => expect(typeof readMrz(text).ok).toBe('boolean')));
  });
});
