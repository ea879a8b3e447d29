import { latinDigits } from '../../platform/i18n/latin-digits.js';
import type { ContactDetails } from '../../registrations/person-details.js';
import { type FormBody, requireKnown, ticked } from '../forms/check-form.js';
import { chosenWayOnly } from '../register/chosen-way.js';
import { clockTime } from '../register/clock-time.js';
import { STEP_FIELDS } from '../register/register-step.js';
import type { ContactField, StatusContactPage } from './status.view.js';

type Values = StatusContactPage['values'];

const FIELDS: readonly ContactField[] = [
  ...STEP_FIELDS.contact,
  ...STEP_FIELDS.hours,
  ...STEP_FIELDS.place,
  ...STEP_FIELDS.travel,
];

/** The form as it is filled in with what is held. Where the person is now is asked anew. */
export function contactValues(contact: ContactDetails): Values {
  const {
    method,
    phone = '',
    email = '',
    through = '',
    safeFrom = '',
    safeTo = '',
    safeHours = '',
  } = contact;
  const somebody = method === 'somebody';
  return {
    ...EMPTY,
    ...{ method, email, through, safeFrom, safeTo, safeHours },
    ...(somebody ? { throughPhone: phone } : { phone }),
    noCalls: contact.noCalls || method === 'sms' ? 'yes' : '',
    noMessages: contact.noMessages || method === 'call' ? 'yes' : '',
  };
}

/** @throws Problem `invalid-input` for fields that the form does not have */
export function contactTyped(body: FormBody): Values {
  requireKnown(body, FIELDS);
  return Object.fromEntries(FIELDS.map((name) => [name, ticked(body, name)[0] ?? ''])) as Values;
}

/** What was typed, as registrations want it; an empty field is left out. */
export function contactRequest(values: Values): FormBody {
  const { method, phone, email, through, throughPhone } = chosenWayOnly(values);
  const told = {
    ...{ method, phone: latinDigits(phone || throughPhone), email, through },
    safeFrom: clockTime(values.safeFrom) ?? '',
    safeTo: clockTime(values.safeTo) ?? '',
    safeHours: values.safeHours,
    whereNow: values.whereNow,
    travelTime: values.travelTime,
    helpWord: values.helpWord,
  };
  return {
    ...told,
    ...(values.noCalls === 'yes' && { noCalls: true }),
    ...(values.noMessages === 'yes' && { noMessages: true }),
  };
}

const EMPTY = Object.fromEntries(FIELDS.map((name) => [name, ''])) as Values;
