import { readMrz } from '../../platform/icao/mrz.js';
import type { ContactDetails, IdentityDetails } from '../../registrations/person-details.js';
import type { Person } from '../../registrations/person.entity.js';
import type { MatchingRecord } from '../matching/matching-record.js';

/**
 * What is known of a person, as the engine compares it. A sex that was not said says nothing, and neither does the phone of
 * somebody else who passes word on: a shelter's telephone would make one person of all who sleep there.
 */
export function personRecord(
  { sex, homeProvince }: Pick<Person, 'sex' | 'homeProvince'>,
  { fullName, birthDate, passportNumber, passportMrz, nationalId, motherName }: IdentityDetails,
  { method, phone }: Pick<ContactDetails, 'method' | 'phone'>,
): MatchingRecord {
  const documents = [passportNumber, readNumber(passportMrz), nationalId];
  return {
    names: { full: fullName },
    birthDate,
    sex: sex === null || sex === 'X' ? undefined : sex,
    phones: phone === undefined || method === 'somebody' ? [] : [phone],
    town: homeProvince ?? undefined,
    mothersName: motherName,
    documents: [...new Set(documents.filter((number) => number !== undefined))],
  };
}

function readNumber(mrz: string | undefined): string | undefined {
  const reading = mrz === undefined ? undefined : readMrz(mrz);
  return reading?.ok ? reading.fields.documentNumber : undefined;
}
