import type { SetupCounterResponse, SetupResponse } from '../../../posts/setup/setup.dto.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import type { PostPart } from './post.view.js';

/** What stands in the inputs of a post's forms: what was typed, else how it is. The week has a form of its own. */
export function valuesOf(
  setup: SetupResponse,
  part: PostPart | null,
  counter: SetupCounterResponse | null,
  sent: FormBody | undefined,
): Record<string, string> {
  if (sent) return Object.fromEntries(Object.keys(sent).map((name) => [name, typed(sent, name)]));
  const { name, city, hotline, timeZone, overstayFinePerDay, fineCurrency, services } = setup;
  return {
    name: part === 'facts' ? name : (counter?.name ?? ''),
    number: counter ? String(counter.number) : '',
    day: '',
    city,
    hotline: hotline ?? '',
    timeZone,
    overstayFinePerDay: String(overstayFinePerDay),
    fineCurrency,
    ...Object.fromEntries(services.map(({ code, minutes }) => [`minutes-${code}`, String(minutes)])),
  };
}
