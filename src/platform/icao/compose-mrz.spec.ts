import fc from 'fast-check';
import { composeMrz } from './compose-mrz.js';
import { isCountryCode } from './country-codes.js';
import { printDate } from './mrz-date.js';
import type { MrzFields } from './mrz-fields.js';
import { readMrz } from './mrz.js';

const ANNA: MrzFields = {
  documentCode: 'PU',
  issuer: 'UTO',
  name: { primary: 'Eriksson', secondary: 'Anna Maria' },
  documentNumber: 'D23145890',
  nationality: 'UTO',
  birthDate: '740812',
  sex: 'F',
  expiryDate: '260627',
  optional: '',
  furtherOptional: '',
};
const linesOf = (result: ReturnType<typeof composeMrz>) => (result.ok ? result.lines : result.faults);

describe('composing a machine-readable zone', () => {
  it('prints an emergency travel document on TD2 (Doc 9303-6 appendix, 9303-8)', () => {
    expect(linesOf(composeMrz('TD2', ANNA))).toEqual([
      'PUUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<',
      'D231458907UTO7408122F2606277<<<<<<<8',
    ]);
  });

  it('prints a passport (Doc 9303-4 appendix A)', () => {
    const passport = {
      ...ANNA,
      documentCode: 'P',
      documentNumber: 'L898902C3',
      expiryDate: '120415',
      optional: 'ZE184226B',
    };
    expect(linesOf(composeMrz('TD3', passport))).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ]);
  });

  it('prints a card (Doc 9303-5 appendix A)', () => {
    expect(linesOf(composeMrz('TD1', { ...ANNA, documentCode: 'I', expiryDate: '120415' }))).toEqual([
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ]);
  });

  it('prints a single name, an unknown birth date and an unstated sex as fillers', () => {
    const sukarno: MrzFields = {
      ...ANNA,
      name: { primary: 'Sukarno', secondary: '' },
      birthDate: '<<<<<<',
      sex: 'X',
    };
    expect(linesOf(composeMrz('TD2', sukarno))).toEqual([
      'PUUTOSUKARNO<<<<<<<<<<<<<<<<<<<<<<<<',
      'D231458907UTO<<<<<<0<2606277<<<<<<<8',
    ]);
  });

  it('reports every fault at once', () => {
    const wrong: MrzFields = {
      ...ANNA,
      documentNumber: 'D231458901',
      expiryDate: '26<<<<',
      name: { primary: '', secondary: '' },
    };
    expect(composeMrz('TD2', wrong)).toEqual({
      ok: false,
      faults: expect.arrayContaining([
        { field: 'documentNumber', fault: 'form' },
        { field: 'expiryDate', fault: 'form' },
        { field: 'name', part: 'primary', fault: 'empty' },
      ]),
    });
  });

  const words = (count: number) =>
    fc
      .array(fc.stringMatching(/^[A-Z]{2,6}$/), { minLength: 1, maxLength: count })
      .map((all) => all.join(' '));
  const day = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    .map((date) =>
      printDate({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }),
    );
  const fields: fc.Arbitrary<MrzFields> = fc.record({
    documentCode: fc.constantFrom('PU', 'P', 'PE'),
    issuer: fc.constantFrom('IDN', 'DEU', 'XXA'),
    name: fc.record({ primary: words(2), secondary: fc.oneof(words(2), fc.constant('')) }),
    documentNumber: fc.stringMatching(/^[0-9A-Z]{1,9}$/),
    nationality: fc.constantFrom('IDN', 'DEU', 'XXC'),
    birthDate: fc.oneof(day, fc.constantFrom('<<<<<<', '90<<<<', '9012<<')),
    sex: fc.constantFrom('M', 'F', 'X'),
    expiryDate: day,
    optional: fc.stringMatching(/^[0-9A-Z]{0,7}$/),
    furtherOptional: fc.constant(''),
  });

  it('composes what reads back as the same', () => {
    fc.assert(
      fc.property(fc.constantFrom('TD2', 'TD3'), fields, (format, printed) => {
        const composed = composeMrz(format, printed);
        if (!composed.ok) throw new Error(JSON.stringify(composed.faults));
        const read = readMrz(composed.lines.join('\n'), isCountryCode);
        expect(read).toMatchObject({ ok: true, format, fields: printed });
      }),
    );
  });
});
