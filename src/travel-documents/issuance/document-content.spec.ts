import { readMrz } from '../../platform/icao/mrz.js';
import { documentLines } from './document-content.js';

const holder = {
  primaryName: 'Contoh',
  secondaryName: 'Budi',
  birthDate: { year: 1998, month: 4, day: 17 },
  placeOfBirth: 'Medan',
  sex: 'M' as const,
};
const content = { number: 'XA0000001', holder, issuer: 'IDN', validUntil: '2026-01-31' };
const linesOf = (overrides: Partial<typeof holder> = {}) =>
  documentLines({ ...content, holder: { ...holder, ...overrides } });

describe('the lines of a travel document', () => {
  it('are TD2 with the code of a single sheet, and read back', () => {
    const printed = linesOf();
    expect(printed).toEqual({
      ok: true,
      lines: [
        'PUIDNCONTOH<<BUDI<<<<<<<<<<<<<<<<<<<',
        expect.stringMatching(/^XA0000001\dIDN980417\dM260131\d<{7}\d$/),
      ],
    });
    const read = printed.ok && readMrz(printed.lines.join(''));
    expect(read).toMatchObject({
      ok: true,
      fields: { documentCode: 'PU', issuer: 'IDN', documentNumber: 'XA0000001', expiryDate: '260131' },
    });
  });

  it.each([
    ['a single name', { secondaryName: '' }, 'PUIDNCONTOH<<<'],
    ['diacritics', { primaryName: 'Müller', secondaryName: 'Zoë' }, 'PUIDNMUELLER<<ZOE<'],
    ['an apostrophe', { primaryName: "O'Connor" }, 'PUIDNOCONNOR<<BUDI<'],
  ])('take %s', (_, overrides, beginning) => {
    const printed = linesOf(overrides);
    expect(printed.ok && printed.lines[0].startsWith(beginning)).toBe(true);
  });

  it('have fillers for what nobody knows of the birth date', () => {
    const printed = linesOf({ birthDate: { year: 1998 } as typeof holder.birthDate });
    expect(printed.ok && printed.lines[1].slice(13, 19)).toBe('98<<<<');
  });

  it('are refused, at the field, for a name without Latin letters', () => {
    expect(linesOf({ primaryName: '佛陀' })).toEqual({
      ok: false,
      faults: expect.arrayContaining([{ pointer: '/primaryName', code: 'name-not-printable' }]),
    });
  });
});
