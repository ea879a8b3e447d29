import type { Holder } from '../applications/holder.js';

/** Somebody made up, and what their document shows a verifier. */
export interface SamplePerson {
  /** Part of the file's name: letters, digits, hyphens. */
  about: string;
  holder: Holder;
  from: string;
  transit: string[];
  /** Without one, the sheet has a frame for a photograph to be glued into. */
  withPortrait: boolean;
  revoked: boolean;
}

type Row = [
  about: string,
  primaryName: string,
  secondaryName: string,
  birth: string,
  sex: Holder['sex'],
  placeOfBirth: string,
];

/** Birth dates as `YYYY-MM-DD`; what nobody knows is left out from the right, or is `-`. */
const ROWS: readonly Row[] = [
  ['plain', 'Contoh', 'Budi', '1998-04-17', 'M', 'Medan'],
  ['plain-woman', 'Contoh', 'Siti Aminah', '1992-11-03', 'F', 'Pontianak'],
  ['sex-unstated', 'Contoh', 'Rangga Dewi', '2001-07-29', 'X', 'Denpasar'],
  ['short', 'Oe', 'A', '1987-01-01', 'M', 'Palu'],
  ['shortest', 'U', 'I', '1999-12-31', 'F', 'Ende'],
  ['mononym', 'Suparmo', '', '1979-08-17', 'M', 'Wonogiri'],
  ['mononym-woman', 'Wartini', '', '1984-05-20', 'F', 'Cilacap'],
  ['mononym-of-parts', 'Nur Halimah Contohwati', '', '1990-02-28', 'F', 'Lombok Tengah'],
  [
    'mononym-truncated',
    'Raden Mas Contohnegara Hadiningratkusumo Wijaya',
    '',
    '1970-10-10',
    'M',
    'Surakarta',
  ],
  ['apostrophe', "O'Contoh", 'Maria', '1996-06-06', 'F', 'Kupang'],
  ['apostrophe-typographic', 'D’Contoh', 'Jean', '1988-03-09', 'M', 'Dili'],
  ['apostrophe-in-given', 'Contoh', "Ma'ruf Jum'at", '1993-09-13', 'M', 'Sampang'],
  ['hyphen', 'Contoh-Sample', 'Anna-Maria', '1995-12-24', 'F', 'Manado'],
  ['hyphen-twice', 'Al-Contoh', 'Abdul-Rahman', '1982-04-04', 'M', 'Gresik'],
  ['comma', 'Contoh, Jr', 'Yohanes', '1991-01-15', 'M', 'Atambua'],
  ['comma-of-titles', 'Contoh, van der', 'Willem', '1968-07-07', 'M', 'Ambon'],
  ['full-stops', 'Contoh St. Marajo', 'M. R.', '1977-05-05', 'M', 'Padang'],
  ['umlauts', 'Müller-Contoh', 'Jürgen Björn', '1986-10-21', 'M', 'Bandung'],
  ['diaeresis', 'Contoh', 'Zoë Aïda', '2000-02-29', 'F', 'Bogor'],
  ['nordic', 'Ångström', 'Øystein Æsa', '1974-08-30', 'M', 'Jakarta'],
  ['icelandic', 'Þórsdóttir', 'Guðrún', '1989-03-31', 'F', 'Jakarta'],
  ['sharp-s', 'Weiß', 'Contoh', '1994-11-11', 'F', 'Semarang'],
  ['spanish', 'Ñuñez Peña', 'José María', '1981-06-19', 'M', 'Sorong'],
  ['polish', 'Łukasiewicz', 'Żaneta Świt', '1997-07-01', 'F', 'Batam'],
  ['vietnamese', 'Nguyễn', 'Thị Đào', '1998-08-08', 'F', 'Tanjung Pinang'],
  ['turkish', 'Çontoğlu', 'İbrahim Işık', '1985-09-26', 'M', 'Cirebon'],
  ['french-ligature', 'Contœh', 'Éloïse', '2003-05-14', 'F', 'Balikpapan'],
  ['dutch-digraph', 'Ĳsselcontoh', 'Pieter', '1966-02-02', 'M', 'Malang'],
  ['fits-exactly', 'Contohputrawijaya', 'Bagus Setiaw', '1990-10-30', 'M', 'Kediri'],
  ['one-too-many', 'Contohputrawijaya', 'Bagus Setiawan', '1990-10-30', 'M', 'Kediri'],
  ['truncated-given', 'Contohningrat', 'Muhammad Rizky Alamsyah Pratama', '2002-03-12', 'M', 'Banjarmasin'],
  ['truncated-at-a-part', 'Contohnugraha', 'Putri Anjani Dewi Kirana', '1999-01-27', 'F', 'Jember'],
  ['truncated-family', 'Contohkusumawardhaniningratsastra', 'Dyah Ayu', '1978-12-05', 'F', 'Yogyakarta'],
  [
    'truncated-both',
    'Contohkusumawardhani Sastronegoro Adiningrat',
    'Raden Ajeng Kartikasari Puspitaningrum',
    '1983-04-21',
    'F',
    'Jepara',
  ],
  ['thirty-nine-characters', 'Contohputrasetiawan', 'Muhammad Abdullah', '1976-06-16', 'M', 'Tegal'],
  [
    'long-everywhere',
    'Contohwidyaningsih Pangestuningtyas',
    'Maria Magdalena Theresia Bernadette Immaculata',
    '1994-02-14',
    'F',
    'Kepulauan Sitaro, Sulawesi Utara',
  ],
  ['birth-day-unknown', 'Contoh', 'Sariyem', '1965-03', 'F', 'Gunungkidul'],
  ['birth-month-unknown', 'Contoh', 'Paijo', '1958', 'M', 'Pacitan'],
  ['birth-unknown', 'Contoh', 'Anak', '-', 'X', 'Tidak diketahui'],
  ['born-this-century', 'Contoh', 'Bayi', '2026-01-05', 'F', 'Sihanoukville'],
  ['old', 'Contoh', 'Mbah Karto', '1931-05-09', 'M', 'Blitar'],
  ['batak', 'Situcontoh', 'Togar Halomoan', '1992-08-18', 'M', 'Balige'],
  ['balinese', 'Contoh', 'I Gusti Ngurah Agung', '1987-07-17', 'M', 'Gianyar'],
  ['arabic-origin', 'Al Contohi', 'Syarifah Fatimah', '1998-11-28', 'F', 'Palembang'],
  ['chinese-origin', 'Lim', 'Mei Hwa', '1989-02-06', 'F', 'Singkawang'],
  ['papuan', 'Wencontoh', 'Yance Elias', '1995-10-07', 'M', 'Wamena'],
  ['through-one-country', 'Contoh', 'Joko', '1990-01-20', 'M', 'Solo'],
  ['through-three-countries', 'Contoh', 'Lestari', '1991-02-21', 'F', 'Magelang'],
  ['without-portrait', 'Contoh', 'Wahyu', '2004-09-09', 'M', 'Lampung'],
  ['revoked', 'Contoh', 'Dicabut', '1993-03-03', 'M', 'Serang'],
];

const ROUTES: readonly string[][] = [['SGP'], [], ['MYS'], ['THA', 'SGP'], ['VNM']];

/** Fifty people who do not exist, for everything that names and dates can do to a travel document. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = ROWS.map(
  ([about, primaryName, secondaryName, birth, sex, placeOfBirth], index) => ({
    about,
    holder: { primaryName, secondaryName, birthDate: birthDateOf(birth), placeOfBirth, sex },
    from: 'KHM',
    transit:
      about === 'through-three-countries' ? ['THA', 'MYS', 'SGP'] : (ROUTES[index % ROUTES.length] ?? []),
    withPortrait: about !== 'without-portrait',
    revoked: about === 'revoked',
  }),
);

function birthDateOf(text: string): Holder['birthDate'] {
  if (text === '-') return {};
  const [year, month, day] = text.split('-').map(Number);
  return { year, month, day };
}
