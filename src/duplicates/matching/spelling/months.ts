/** The first letters of the months' names, in English, Indonesian and other languages that use them. */
const MONTHS = [
  'jan januari january janvier enero janeiro',
  'feb februari february pebruari fevrier febrero peb',
  'mar maret march mars marzo mac mrt',
  'apr april avril abril',
  'mei may mai mayo',
  'jun juni june juin junio',
  'jul juli july juillet julio julai',
  'agu agustus aug august aout agosto ogos agt ags',
  'sep september sept septembre septiembre',
  'okt oktober oct october octobre octubre',
  'nov november nopember novembre noviembre nop',
  'des desember dec december decembre diciembre disember',
];

export const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1] as const)),
);
