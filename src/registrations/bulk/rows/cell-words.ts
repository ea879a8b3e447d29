import type { RegistrationRequest } from '../../intake/intake.dto.js';
import type { ContactMethod } from '../../person-details.js';

const SEXES: Readonly<Record<string, RegistrationRequest['sex']>> = {
  '': 'X',
  f: 'F',
  female: 'F',
  woman: 'F',
  w: 'F',
  p: 'F',
  perempuan: 'F',
  wanita: 'F',
  m: 'M',
  male: 'M',
  man: 'M',
  l: 'M',
  laki: 'M',
  'laki-laki': 'M',
  pria: 'M',
  x: 'X',
  other: 'X',
  lainnya: 'X',
};

const METHODS: Readonly<Record<string, ContactMethod>> = {
  telepon: 'phone',
  panggilan: 'call',
  surel: 'email',
  'e-mail': 'email',
  'tidak ada': 'none',
  jangan: 'none',
};

/** What a cell means, or the cell itself, which the check of the request then refuses. */
export const sexOf = (cell: string): string => SEXES[cell.toLowerCase()] ?? cell;
export const methodOf = (cell: string): string => METHODS[cell.toLowerCase()] ?? cell.toLowerCase();

/** Codes in one cell, between semicolons, commas or bars; each once. */
export const codesOf = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[;,|]/)
      .map((code) => code.trim().toLowerCase())
      .filter(Boolean),
  ),
];

const HOURS = /^(\d{1,2})[:.](\d{2})\s*(?:-|–|to|sampai|s\/d)\s*(\d{1,2})[:.](\d{2})$/i;

/** `18:00-21:30` as times; anything else as words. */
export function hoursOf(cell: string): { safeFrom?: string; safeTo?: string; safeHours?: string } {
  const [, from, fromMinute, to, toMinute] = HOURS.exec(cell) ?? [];
  if (from === undefined || to === undefined) return { safeHours: cell || undefined };
  return { safeFrom: `${from.padStart(2, '0')}:${fromMinute}`, safeTo: `${to.padStart(2, '0')}:${toMinute}` };
}
