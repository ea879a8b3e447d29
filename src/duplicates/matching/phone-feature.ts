/** Lengths behind which only the ending of a number tells it apart, however its country is written. */
const NATIONAL = 9;

/** A phone number without what depends on the place from which it is dialled: +62 812..., 0812... and 812... are one. */
export function phoneFeature(raw: string): string {
  const digits = raw.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length > NATIONAL ? digits.slice(-NATIONAL) : digits;
}
