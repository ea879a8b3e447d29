import { DateTime } from 'luxon';
import { type FormBody, typed } from './check-form.js';

/** A choice between yes and no; undefined where none was made. */
export const yesOrNo = (fields: FormBody, name: string): boolean | undefined =>
  ({ yes: true, no: false })[typed(fields, name)];

/** A number as typed, with point or comma; undefined where nothing was typed, and NaN is left for the check to find. */
export const decimal = (fields: FormBody, name: string): number | undefined => {
  const text = typed(fields, name).trim().replace(',', '.');
  return text === '' ? undefined : Number(text);
};

/** The version that a form carries of what its reader saw; NaN, which no version is, where it carries none. */
export const versionIn = (fields: FormBody): number => Number(typed(fields, 'version') || NaN);

/** A local time as a browser sends it (`2026-02-01T14:30`), as an instant with the zone's offset; as typed where it is none. */
export function instantAt(local: string, timeZone: string): string {
  return DateTime.fromISO(local, { zone: timeZone }).toISO({ suppressMilliseconds: true }) ?? local;
}
