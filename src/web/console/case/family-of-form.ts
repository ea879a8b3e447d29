import { type FormBody, ticked, typed } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import { applicationOfForm } from './application-of-form.js';

const COMMON = [
  'transit',
  'destination',
  'journeyOn',
  'validUntil',
  'validityReason',
  'waiverReason',
] as const;
/** The inputs there are for all together; `reason` is that of declining. */
const ASKED = ['transit', 'destination', 'journeyOn', 'waiverReason', 'reason'] as const;
const OWN = ['placeOfBirth', 'primaryName', 'secondaryName', 'receiptNumber'] as const;

/** What the form of a family says, as the stage asks for it: the way is the same for all, the rest is each one's own. */
export function familyOfForm(fields: FormBody): FormBody {
  const common = answered(fields, COMMON, (name) => name);
  return {
    members: ticked(fields, 'member').map((registrationId) => {
      const own = answered(fields, OWN, (name) => `${name}-${registrationId}`);
      const application = applicationOfForm({ ...common, ...own });
      // a receipt pays: nothing is waived then
      return { registrationId, application: withoutEmpty(application) };
    }),
  };
}

/** Where the form asks for what is each one's own. */
export const familyPlaces = (fields: FormBody): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ticked(fields, 'member').flatMap((registrationId, index) =>
      OWN.map((name) => [`/members/${index}/application/${name}`, `${name}-${registrationId}`]),
    ),
  );

/** Each fault once, beside its input: a fault of the way is everybody's; what no input asks for stands before the form. */
export function familyErrors(found: readonly FieldError[], fields: FormBody): FieldError[] {
  const asked = new Set<string>([...ASKED, ...Object.values(familyPlaces(fields))]);
  const errors = found.map(({ field, ...error }) => ({
    ...error,
    field: asked.has(field) ? field : 'members',
  }));
  return [...new Map(errors.map((error) => [`${error.field} ${error.code}`, error])).values()];
}

const answered = (fields: FormBody, names: readonly string[], at: (name: string) => string): FormBody =>
  Object.fromEntries(names.map((name) => [name, typed(fields, at(name)).trim()]));

const withoutEmpty = (fields: FormBody): FormBody =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
