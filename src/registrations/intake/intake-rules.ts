import type { FieldFault } from '../../platform/problems/problem.js';
import { birthDateFaults } from '../birth-date.js';
import { type ConsentPurpose, NEEDED_CONSENT } from '../consent-purposes.js';
import { isHelpWord } from '../duress/help-word.js';
import type { ContactDetails, FamilyContact, IdentityDetails } from '../person-details.js';
import { contactFaults, familyFaults } from './contact-rules.js';
import { mrzFaults } from './mrz-field-faults.js';

interface Reported extends IdentityDetails {
  contact: ContactDetails;
  consents: readonly ConsentPurpose[];
  family?: FamilyContact;
  helpWord?: string;
}

/** Everything that is wrong with a report of the right shape, at once. @param today `YYYY-MM-DD` at the post */
export function intakeFaults(report: Reported, today: string): FieldFault[] {
  const { fullName, contact, consents, passportMrz, family, helpWord } = report;
  return [
    ...(/\p{L}/u.test(fullName) ? [] : [{ pointer: '/fullName', code: 'no-letters' }]),
    ...birthDateFaults(report.birthDate, today),
    ...mrzFaults(passportMrz, '/passportMrz'),
    ...contactFaults(contact, '/contact'),
    ...familyFaults(family),
    ...(helpWord === undefined || isHelpWord(helpWord)
      ? []
      : [{ pointer: '/helpWord', code: 'not-a-help-word' }]),
    ...(consents.includes(NEEDED_CONSENT) ? [] : [{ pointer: '/consents', code: 'consent-needed' }]),
  ];
}
