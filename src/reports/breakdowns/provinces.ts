/** A province that people come from. */
export interface Province {
  /** ISO 3166-2, without the country. */
  code: string;
  name: string;
}

/**
 * The provinces of each country whose posts use the service, as far as they are known by name, with other ways to write
 * them. Indonesia: ISO 3166-2:ID, 38 provinces since 2022; names as the state writes them, others in use and in English.
 */
const WRITTEN: Readonly<Record<string, Readonly<Record<string, readonly [string, ...string[]]>>>> = {
  IDN: {
    AC: ['Aceh', 'Nanggroe Aceh Darussalam', 'NAD', 'Atjeh'],
    BA: ['Bali'],
    BB: ['Kepulauan Bangka Belitung', 'Bangka Belitung', 'Babel', 'Bangka Belitung Islands'],
    BE: ['Bengkulu'],
    BT: ['Banten'],
    GO: ['Gorontalo'],
    JA: ['Jambi'],
    JB: ['Jawa Barat', 'Jabar', 'West Java'],
    JI: ['Jawa Timur', 'Jatim', 'East Java'],
    JK: [
      'Jakarta',
      'DKI Jakarta',
      'DKI',
      'DKJ',
      'Daerah Khusus Ibukota Jakarta',
      'Daerah Khusus Jakarta',
      'Jakarta Raya',
    ],
    JT: ['Jawa Tengah', 'Jateng', 'Central Java'],
    KB: ['Kalimantan Barat', 'Kalbar', 'West Kalimantan'],
    KI: ['Kalimantan Timur', 'Kaltim', 'East Kalimantan'],
    KR: ['Kepulauan Riau', 'Kepri', 'Riau Islands'],
    KS: ['Kalimantan Selatan', 'Kalsel', 'South Kalimantan'],
    KT: ['Kalimantan Tengah', 'Kalteng', 'Central Kalimantan'],
    KU: ['Kalimantan Utara', 'Kaltara', 'North Kalimantan'],
    LA: ['Lampung'],
    MA: ['Maluku'],
    MU: ['Maluku Utara', 'Malut', 'North Maluku'],
    NB: ['Nusa Tenggara Barat', 'NTB', 'West Nusa Tenggara'],
    NT: ['Nusa Tenggara Timur', 'NTT', 'East Nusa Tenggara'],
    PA: ['Papua'],
    PB: ['Papua Barat', 'West Papua'],
    PD: ['Papua Barat Daya', 'Southwest Papua'],
    PE: ['Papua Pegunungan', 'Highland Papua'],
    PS: ['Papua Selatan', 'South Papua'],
    PT: ['Papua Tengah', 'Central Papua'],
    RI: ['Riau'],
    SA: ['Sulawesi Utara', 'Sulut', 'North Sulawesi'],
    SB: ['Sumatera Barat', 'Sumbar', 'West Sumatra', 'West Sumatera', 'Sumatra Barat'],
    SG: ['Sulawesi Tenggara', 'Sultra', 'Southeast Sulawesi'],
    SN: ['Sulawesi Selatan', 'Sulsel', 'South Sulawesi'],
    SR: ['Sulawesi Barat', 'Sulbar', 'West Sulawesi'],
    SS: ['Sumatera Selatan', 'Sumsel', 'South Sumatra', 'South Sumatera', 'Sumatra Selatan'],
    ST: ['Sulawesi Tengah', 'Sulteng', 'Central Sulawesi'],
    SU: ['Sumatera Utara', 'Sumut', 'North Sumatra', 'North Sumatera', 'Sumatra Utara'],
    YO: ['Daerah Istimewa Yogyakarta', 'DI Yogyakarta', 'DIY', 'Yogyakarta', 'Jogjakarta', 'Jogja', 'Yogya'],
  },
};

/** What people write before the name. */
const BEFORE = /^(provinsi|propinsi|province|prov)/;

const folded = (words: string): string =>
  words.normalize('NFKD').toLowerCase().replace(/\P{L}/gu, '').replace(BEFORE, '');

const CODE_OF = new Map(
  Object.entries(WRITTEN).map(([country, provinces]) => [
    country,
    new Map(Object.entries(provinces).flatMap(([code, names]) => names.map((name) => [folded(name), code]))),
  ]),
);

/** The known provinces of a country, in the order of their names; none where there is no list. @param country alpha-3 */
export const provincesOf = (country: string): Province[] =>
  Object.entries(WRITTEN[country] ?? {})
    .map(([code, [name]]) => ({ code, name }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

/** The code of a province however it is written; undefined where the words are none that is known. */
export const provinceCode = (country: string, words: string): string | undefined =>
  CODE_OF.get(country)?.get(folded(words));
