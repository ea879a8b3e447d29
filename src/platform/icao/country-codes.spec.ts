import { alpha2Of, countryName, isCountryCode, printCountry, readCountry } from './country-codes.js';

describe('country codes', () => {
  it.each(['IDN', 'KHM', 'DEU', 'GBD', 'XXA', 'XXB', 'XXC', 'XXX'])('knows %s', (code) =>
    expect(isCountryCode(code)).toBe(true),
  );

  it.each(['UTO', 'ID', 'idn', 'D', 'XXD', ''])('does not know %j', (code) =>
    expect(isCountryCode(code)).toBe(false),
  );

  it('reads Germany as ISO 3166 writes it and prints it as Doc 9303 does', () => {
    expect(readCountry('D<<')).toBe('DEU');
    expect(printCountry('DEU')).toBe('D');
    expect(readCountry(printCountry('IDN'))).toBe('IDN');
  });

  it('names countries in a language, and gives the code back where it names none', () => {
    expect(alpha2Of('IDN')).toBe('ID');
    expect(countryName('KHM', 'id')).toBe('Kamboja');
    expect(countryName('XXA', 'en')).toBe('XXA');
  });
});
