import { latinDigits } from './latin-digits.js';

describe('digits of other scripts', () => {
  it.each([
    ['Burmese', '၁၉၉၈', '1998'],
    ['Bengali', '১৯৯৮', '1998'],
    ['Devanagari', '१९९८', '1998'],
    ['Khmer', '១៩៩៨', '1998'],
    ['Thai', '๒๕๔๑', '2541'],
    ['Arabic-Indic', '١٩٩٨', '1998'],
    ['Urdu', '۱۹۹۸', '1998'],
    ['full width', '１９９８', '1998'],
    ['Ethiopic', '፲፱፻፺፰', '1998'],
    ['Ethiopic days', '፴፩', '31'],
    ['a hundred in Ethiopic', '፻', '100'],
    ['a phone', '+៨៥៥ ១២', '+855 12'],
    ['letters', 'PNH-7K3M', 'PNH-7K3M'],
  ])('in %s', (_, typed, expected) => {
    expect(latinDigits(typed)).toBe(expected);
  });
});
