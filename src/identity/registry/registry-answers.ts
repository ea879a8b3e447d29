import type { KnownDate, RegistryAnswer, RegistryPerson } from './citizen-registry.js';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= longest ? value : undefined;

/**
 * Reads what a registry sent: `{ answers: [{ key, status: 'found' | 'none' | 'later', person?, ticket? }] }`. What cannot be
 * understood is left out, as if it had not been answered: a registry is another's program.
 * @returns nothing where it is no such list at all
 */
export function readAnswers(body: unknown): Map<string, RegistryAnswer> | undefined {
  if (!isFields(body) || !Array.isArray(body['answers'])) return undefined;
  const read = new Map<string, RegistryAnswer>();
  for (const item of body['answers'] as unknown[]) {
    if (!isFields(item)) continue;
    const key = text(item['key'], 200);
    const answer = readAnswer(item);
    if (key !== undefined && answer) read.set(key, answer);
  }
  return read;
}

function readAnswer({ status, person, ticket }: Fields): RegistryAnswer | undefined {
  if (status === 'none') return { kind: 'none' };
  if (status === 'later') {
    const named = text(ticket, 200);
    return named === undefined ? undefined : { kind: 'later', ticket: named };
  }
  const found = status === 'found' && isFields(person) ? readPerson(person) : undefined;
  return found && { kind: 'found', person: found };
}

function readPerson({
  fullName,
  birthDate,
  sex,
  nationalId,
  passportNumber,
}: Fields): RegistryPerson | undefined {
  const name = text(fullName, 200);
  if (name === undefined) return undefined;
  const [national, passport] = [text(nationalId, 40), text(passportNumber, 40)];
  return {
    fullName: name,
    birthDate: isFields(birthDate) ? readDate(birthDate) : {},
    ...(sex === 'F' || sex === 'M' || sex === 'X' ? { sex } : {}),
    ...(national !== undefined && { nationalId: national }),
    ...(passport !== undefined && { passportNumber: passport }),
  };
}

const whole = (value: unknown, min: number, max: number): number | undefined =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max
    ? (value as number)
    : undefined;

function readDate({ year, month, day }: Fields): KnownDate {
  const [y, m, d] = [whole(year, 1880, 2200), whole(month, 1, 12), whole(day, 1, 31)];
  return {
    ...(y !== undefined && { year: y }),
    ...(m !== undefined && { month: m }),
    ...(d !== undefined && { day: d }),
  };
}
