import { birthTerm, isVague } from './birth-feature.js';
import type { FieldComparison } from './field-comparison.js';
import { editDistance } from './names/edit-distance.js';
import type { BirthDate } from './matching-record.js';

/**
 * Levels: 'exact', 'swapped' (day and month), 'digit' (one digit wrong or two transposed), 'year-only' (the same year
 * where one of the two knows no day or has 1 January), 'two-parts' (two of year, month and day), 'year', 'near' (a
 * year's difference where no day is known), 'another-age' (a generation apart), 'different'.
 */
export function compareBirth(a: BirthDate, b: BirthDate): FieldComparison {
  const field = 'birthDate';
  if (!known(a) || !known(b)) return { field, level: 'missing' };
  const level = levelOf(a, b);
  if (level !== 'exact') return { field, level };
  const [year, day] = [String(a.year), `${a.month}-${a.day}`];
  return {
    field,
    level,
    terms: [
      { level, a: year, b: year },
      { level, a: day, b: day },
    ],
  };
}

/** Years by which whoever knows no day may be mistaken. */
const GUESSED = 3;
/** Years: brothers and sisters are hardly further apart, parents no nearer. */
const GENERATION = 15;

const known = ({ year, month, day }: BirthDate) =>
  year !== undefined || (month !== undefined && day !== undefined);

function levelOf(a: BirthDate, b: BirthDate): string {
  if (a.year === undefined || b.year === undefined)
    return a.month === b.month && a.day === b.day ? 'day-only' : 'different';
  if (isVague(a) || isVague(b)) return vagueLevel(a, b);
  const same = [a.year === b.year, a.month === b.month, a.day === b.day].filter(Boolean).length;
  if (same === 3) return 'exact';
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'swapped';
  if (editDistance(birthTerm(a), birthTerm(b), 1) <= 1) return 'digit';
  if (same === 2) return 'two-parts';
  const apart = Math.abs(a.year - b.year);
  if (apart >= GENERATION) return 'another-age';
  return apart === 0 ? 'year' : apart === 1 && same > 0 ? 'near' : 'different';
}

function vagueLevel(a: BirthDate, b: BirthDate): string {
  const apart = Math.abs((a.year ?? 0) - (b.year ?? 0));
  if (apart === 0)
    return a.month !== undefined && a.month === b.month && a.day === b.day ? 'new-year' : 'year-only';
  if (apart >= GENERATION) return 'another-age';
  return apart === 1 ? 'year-near' : apart <= GUESSED ? 'years-near' : 'different';
}
