import { readCatalogues } from '../../platform/i18n/catalogue-files.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DocumentWords } from './document-words.js';

const translator = new Translator(readCatalogues(), {
  onMissing: (_, key) => {
    throw new Error(key);
  },
});
const indonesian = new DocumentWords(translator, 'IDN');
const english = new DocumentWords(translator, 'UTO');

describe('words on a document', () => {
  it('are English and the sending state’s, or English alone', () => {
    expect(indonesian.label('surname')).toBe('Surname / Nama keluarga');
    expect(english.label('surname')).toBe('Surname');
    expect(indonesian.country('KHM')).toEqual({ english: 'Cambodia', own: 'Kamboja' });
    expect(indonesian.country('IDN')).toEqual({ english: 'Indonesia', own: null });
  });

  it('name months in both languages only where they differ', () => {
    expect(indonesian.day('2026-08-17')).toBe('17 AUG/AGU 2026');
    expect(indonesian.day('2026-01-05')).toBe('05 JAN 2026');
    expect(english.day('2026-08-17')).toBe('17 AUG 2026');
  });

  it('show what nobody knows of a birth date', () => {
    expect(indonesian.date({ year: 1998 })).toBe('XX XXX 1998');
    expect(indonesian.date({})).toBe('XX XXX XXXX');
  });
});
