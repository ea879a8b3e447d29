import type { Keyring } from '../../platform/crypto/keyring.js';
import { PersonKey } from '../../platform/crypto/person-key.js';
import type { HomeDetails } from '../person-details.js';
import { documentNumbersOf, personIndexes } from '../person-index.js';
import { normalFamily, normalPhone } from './contact-rules.js';
import type { RegistrationRequest } from './intake.dto.js';

/** What is told of a person, under a new key of theirs. */
interface SealedReport {
  /** In the order of the intake's statement, from the key to the index of the telephone. */
  columns: (Buffer | null)[];
  /** Indexes of documents after the first, which has a column. */
  further: Buffer[];
}

/** Seals what may only be read with the person's key, and indexes what people are found by. */
export function sealedReport(keyring: Keyring, personId: string, request: RegistrationRequest): SealedReport {
  const { fullName, birthDate, passportNumber, passportMrz, nationalId, motherName } = request;
  const { contact, whereNow, whereHeld, adult } = request;
  const phone = contact.phone === undefined ? undefined : normalPhone(contact.phone);
  const ownPhone = contact.method === 'somebody' ? undefined : phone;
  const home = homeOf(request);
  const key = PersonKey.create(personId);
  const index = personIndexes(keyring);
  const [document, ...further] = documentNumbersOf(request).map(index.document);
  const columns = [
    key.wrap(keyring),
    key.seal('identity', { fullName, birthDate, passportNumber, passportMrz, nationalId, motherName }),
    key.seal('contact', { ...contact, phone }),
    key.seal('location', { whereNow, whereHeld }),
    home === undefined ? null : key.seal('home', home),
    adult === undefined ? null : key.seal('adult', adult),
    index.name(fullName, birthDate.year),
    document ?? null,
    ownPhone === undefined ? null : index.phone(ownPhone),
  ];
  return { columns, further };
}

/** What was told of home and family, with the phone in its normal form. */
function homeOf({ homeAddress: address, family }: RegistrationRequest): HomeDetails | undefined {
  if (address === undefined && family === undefined) return undefined;
  return { address, family: family && normalFamily(family) };
}
