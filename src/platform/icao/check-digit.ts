const WEIGHTS = [7, 3, 1] as const;

/**
 * The check digit of machine-readable text: values weighted 7, 3, 1 repeating, modulo 10; digits count as themselves,
 * A-Z as 10-35, the filler `<` as 0 (ICAO Doc 9303-3 section 4.9).
 * @param text digits, upper-case Latin letters and `<` only
 * @returns one digit
 * @throws RangeError where another character occurs
 */
export function checkDigit(text: string): string {
  let sum = 0;
  for (let position = 0; position < text.length; position++) {
    sum += valueOf(text.charAt(position)) * (WEIGHTS[position % WEIGHTS.length] ?? 0);
  }
  return String(sum % 10);
}

function valueOf(character: string): number {
  if (character === '<') return 0;
  if (!/^[0-9A-Z]$/.test(character)) throw new RangeError('Not a character of a machine-readable zone');
  return Number.parseInt(character, 36);
}
