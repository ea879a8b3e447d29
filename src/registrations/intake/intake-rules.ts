import { isEmail } from 'class-validator';
import { isValidPhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/min';
import { readMrz } from '../../platform/icao/mrz.js';
import type { FieldFault } from '../../platform/problems/problem.js';
import { birthDateFaults } from '../birth-date.js';
import { type ConsentPurpose, NEEDED_CONSENT } from '../consent-purposes.js';
import type { ContactDetails, IdentityDetails } from '../person-details.js';

interface Reported extends IdentityDetails {
  contact: ContactDetails;
  consents: readonly ConsentPurpose[];
}

/** Everything that is wrong with a report of the right shape, at once. @param today `YYYY-MM-DD` at the post */
export function intakeFaults(report: Reported, today: string): FieldFault[] {
  const { fullName, contact, consents, passportMrz } = report;
  return [
    ...(/\p{L}/u.test(fullName) ? [] : [{ pointer: '/fullName', code: 'no-letters' }]),
    ...birthDateFaults(report.birthDate, today),
    ...(passportMrz === undefined || readMrz(passportMrz).ok
      ? []
      : [{ pointer: '/passportMrz', code: 'mrz-unreadable' }]),
    ...contactFaults(contact, '/contact'),
    ...(consents.includes(NEEDED_CONSENT) ? [] : [{ pointer: '/consents', code: 'consent-needed' }]),
  ];
}

/** @param at JSON pointer of the contact within what was sent */
export function contactFaults({ method, phone, email }: ContactDetails, at: string): FieldFault[] {
  const faults: FieldFault[] = [];
  if (method === 'phone' && phone === undefined) faults.push({ pointer: `${at}/phone`, code: 'required' });
  if (method === 'email' && email === undefined) faults.push({ pointer: `${at}/email`, code: 'required' });
  if (phone !== undefined && !isValidPhoneNumber(phone))
    faults.push({ pointer: `${at}/phone`, code: 'not-a-phone-number' });
  if (email !== undefined && !isEmail(email))
    faults.push({ pointer: `${at}/email`, code: 'not-an-email-address' });
  return faults;
}

/** A valid phone number in E.164. */
export const normalPhone = (phone: string): string => parsePhoneNumberWithError(phone).number;
