import { isEmail } from 'class-validator';
import { isValidPhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/min';
import type { FieldFault } from '../../platform/problems/problem.js';
import type { ContactDetails, ContactMethod, FamilyContact } from '../person-details.js';

/** What each way of making contact needs to be known. */
const NEEDED: Partial<Record<ContactMethod, readonly ('phone' | 'email' | 'through')[]>> = {
  phone: ['phone'],
  sms: ['phone'],
  call: ['phone'],
  email: ['email'],
  somebody: ['through'],
};

/** @param at JSON pointer of the contact within what was sent */
export function contactFaults(contact: ContactDetails, at: string): FieldFault[] {
  const { method, phone, email, safeFrom, safeTo, noCalls } = contact;
  const faults = (NEEDED[method] ?? []).flatMap((part): FieldFault[] =>
    contact[part] === undefined ? [{ pointer: `${at}/${part}`, code: 'required' }] : [],
  );
  if (phone !== undefined && !isValidPhoneNumber(phone))
    faults.push({ pointer: `${at}/phone`, code: 'not-a-phone-number' });
  if (email !== undefined && !isEmail(email))
    faults.push({ pointer: `${at}/email`, code: 'not-an-email-address' });
  if ((safeFrom === undefined) !== (safeTo === undefined))
    faults.push({ pointer: `${at}/${safeFrom === undefined ? 'safeFrom' : 'safeTo'}`, code: 'required' });
  if (method === 'call' && noCalls === true) faults.push({ pointer: `${at}/noCalls`, code: 'call-or-not' });
  return faults;
}

export const familyFaults = (family: FamilyContact | undefined): FieldFault[] =>
  family?.phone === undefined || isValidPhoneNumber(family.phone)
    ? []
    : [{ pointer: '/family/phone', code: 'not-a-phone-number' }];

/** A valid phone number in E.164. */
export const normalPhone = (phone: string): string => parsePhoneNumberWithError(phone).number;

/** A family contact with its phone in the form that it is kept in. */
export const normalFamily = (family: FamilyContact): FamilyContact => ({
  ...family,
  phone: family.phone === undefined ? undefined : normalPhone(family.phone),
});
