import { newId } from '../../platform/ids.js';
import type { RegistrationRequest } from '../../registrations/intake/intake.dto.js';
import { madeUpPerson } from '../../rehearsal/made-up-people.js';
import { randomNumbers } from '../../rehearsal/random-numbers.js';

/** One person's report as it goes over the wire. */
export interface IntakeRequest {
  key: string;
  /** Where it comes from. */
  address: string;
  report: RegistrationRequest;
}

/** Reports of people who do not exist, each another, each under an idempotency key of its own. */
export function intakeRequests(seed: number): () => IntakeRequest {
  const random = randomNumbers(seed);
  let index = 0;
  return () => {
    index += 1;
    return { key: newId(), address: addressOf(index), report: madeUpPerson(random, index - 1).report };
  };
}

/** One of the 16 million addresses of 10.0.0.0/8. */
const addressOf = (index: number): string => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
