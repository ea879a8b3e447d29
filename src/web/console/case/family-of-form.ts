import { type FormBody, ticked, typed } from '../../forms/check-form.js';
import { applicationOfForm } from './application-of-form.js';

const COMMON = [
  'transit',
  'destination',
  'journeyOn',
  'validUntil',
  'validityReason',
  'waiverReason',
] as const;
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

const answered = (fields: FormBody, names: readonly string[], at: (name: string) => string): FormBody =>
  Object.fromEntries(names.map((name) => [name, typed(fields, at(name)).trim()]));

const withoutEmpty = (fields: FormBody): FormBody =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
