import { transliterate } from './transliteration.js';

describe('transliteration', () => {
  it.each([
    ['Ä Ö Ü', 'AE OE UE'],
    ['Å Æ Ø Œ', 'AA AE OE OE'],
    ['Ð Þ ß ẞ Ĳ', 'D TH SS SS IJ'],
    ['Ñandú', 'NANDU'],
    ['ñ ł đ ı ŋ', 'N L D I N'],
    ['Nguyễn Thị Ánh', 'NGUYEN THI ANH'],
    ['Şükrü Çağlayan', 'SUEKRUE CAGLAYAN'],
    ['Mu\u0308ller', 'MUELLER'],
    ['Siti Nurhaliza', 'SITI NURHALIZA'],
  ])('spells %s as %s', (text, spelled) => expect(transliterate(text)).toBe(spelled));

  it('leaves alone what is not a Latin letter', () => {
    expect(transliterate("O'Brien-7 អ")).toBe("O'BRIEN-7 អ");
  });
});
