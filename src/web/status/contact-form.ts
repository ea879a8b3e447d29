import { latinDigits } from '../../platform/i18n/latin-digits.js';
import type { ContactDetails } from '../../registrations/person-details.js';
import { type FormBody, requireKnown, ticked } from '../forms/check-form.js';
import { clockTime } from '../register/clock-time.js';
import { STEP_FIELDS } from '../register/register-step.js';
import type { ContactField, StatusContactPage } from './status.view.js';

type Values = StatusContactPage['values'];

const FIELDS: readonly ContactField[] = [...STEP_FIELDS.contact, ...STEP_FIELDS.hours, ...STEP_FIELDS.place];

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

/**
 * What was typed, as registrations want it; an empty field is left out. Of the ways to reach the person the chosen one only:
 * what stands under another, which the page may hide, may be a number that somebody else has now.
 */
export function contactRequest(values: Values): FormBody {
  const told = {
    method: values.method,
    ...chosenWay(values),
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

function chosenWay({ method, phone, email, through, throughPhone }: Values): FormBody {
  if (['phone', 'sms', 'call'].includes(method)) return { phone: latinDigits(phone) };
  if (method === 'email') return { email };
  return method === 'somebody' ? { through, phone: latinDigits(throughPhone) } : {};
}

const EMPTY = Object.fromEntries(FIELDS.map((name) => [name, ''])) as Values;
