export const SERIAL = /^[A-Z]{3}\d{7}$/;
const DIGITS = 7;

/** The number of a sheet as it is printed on it: the printer's three letters and seven digits. */
export const blankSerial = (series: string, number: number): string =>
  series + String(number).padStart(DIGITS, '0');
