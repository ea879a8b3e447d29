import { newId } from '../../platform/ids.js';
import type { RegistrationRequest } from '../../registrations/intake/intake.dto.js';
import { madeUpPerson } from '../../rehearsal/made-up-people.js';
import { randomNumbers } from '../../rehearsal/random-numbers.js';

/** One person's report as it goes over the wire. */
export interface IntakeRequest {
  key: string;
  report: RegistrationRequest;
}

/** Reports of people who do not exist, each another, each under an idempotency key of its own. */
export function intakeRequests(seed: number): () => IntakeRequest {
  const random = randomNumbers(seed);
  let index = 0;
  return () => ({ key: newId(), report: madeUpPerson(random, index++).report });
}
