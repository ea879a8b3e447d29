import { provinceCode, provincesOf } from './provinces.js';

describe('provinces', () => {
  it.each([
    ['Sumatera Utara', 'SU'],
    ['SUMATRA UTARA', 'SU'],
    ['provinsi sumatera-utara ', 'SU'],
    ['North Sumatra', 'SU'],
    ['Prov. DKI Jakarta', 'JK'],
    ['D.I. Yogyakarta', 'YO'],
    ['Papua', 'PA'],
    ['Papua Barat Daya', 'PD'],
    ['Riau', 'RI'],
    ['Kepulauan Riau', 'KR'],
    ['Medan, near the harbour', undefined],
    ['', undefined],
    ['Provinsi', undefined],
  ])('%s: %s', (words, code) => expect(provinceCode('IDN', words)).toBe(code));

  it('are 38 in Indonesia, each known by its own name, and none where there is no list', () => {
    const provinces = provincesOf('IDN');
    expect(provinces).toHaveLength(38);
    for (const { code, name } of provinces) expect(provinceCode('IDN', name)).toBe(code);
    expect(provincesOf('PHL')).toEqual([]);
    expect(provinceCode('PHL', 'Riau')).toBeUndefined();
  });
});
