import type { WeekStretch } from '../../../posts/setup/opening-hours.js';
import { type FormBody, typed } from '../../forms/check-form.js';

/** One line of the form: a weekday with its stretches and room for another one. */
export interface WeekdayRow {
  weekday: number;
  stretches: readonly { opens: string; closes: string }[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
/** Of one day. */
const MOST = 6;

/** Names of the two inputs of a stretch. */
const namesOf = (weekday: number, index: number) => ({
  opens: `opens-${weekday}-${index}`,
  closes: `closes-${weekday}-${index}`,
});

/** The hours that a form sent, and at which input a fault in each of them is shown. Lines left empty are none. */
export function weekOf(body: FormBody): {
  openingHours: WeekStretch[];
  places: Readonly<Record<string, string>>;
} {
  const openingHours: WeekStretch[] = [];
  const places: Record<string, string> = { '/openingHours': namesOf(1, 0).opens };
  for (const weekday of WEEKDAYS)
    for (let index = 0; index < MOST; index++) {
      const names = namesOf(weekday, index);
      const [opens, closes] = [typed(body, names.opens).trim(), typed(body, names.closes).trim()];
      if (opens === '' && closes === '') continue;
      for (const [field, name] of Object.entries(names))
        places[`/openingHours/${openingHours.length}/${field}`] = name;
      openingHours.push({ weekday, opens, closes });
    }
  return { openingHours, places };
}

/** The form's lines: every weekday with what is open then and one empty pair. */
export const weekRows = (hours: readonly WeekStretch[]): WeekdayRow[] =>
  WEEKDAYS.map((weekday) => {
    const stretches = hours
      .filter((stretch) => stretch.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes }));
    return { weekday, stretches: [...stretches, { opens: '', closes: '' }].slice(0, MOST) };
  });
