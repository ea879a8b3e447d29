import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Problem } from '../../platform/problems/problem.js';
import { accessIndexes } from '../../registrations/intake/access-credentials.js';
import { triedReference } from '../../registrations/reference.js';
import { SignInLimit } from '../../staff/access/sign-in-limit.js';
import type { CheckInRequest } from './check-in.dto.js';

/**
 * Finds whose secret, or reference and code, a kiosk was shown. A wrong one, a missing one and a registration that does
 * not exist answer alike and run the same statement. Failures count together with those of signing in.
 */
@Injectable()
export class CheckInCredentials {
  constructor(
    private readonly keyring: Keyring,
    private readonly limit: SignInLimit,
  ) {}

  /** @throws Problem `too-many-attempts` (429) for a reference that was tried too often */
  async requireRoom(request: CheckInRequest): Promise<void> {
    if (typed(request)) await this.limit.requireRoom('reference', referenceOf(request));
  }

  /** @returns the registration's id. @throws Problem `credentials-unknown` (422) */
  async find(tx: EntityManager, request: CheckInRequest): Promise<string> {
    const index = accessIndexes(this.keyring);
    const reference = referenceOf(request);
    const [found] = await tx.query<{ id: string }[]>(
      typed(request)
        ? 'SELECT id FROM registration WHERE reference = $1 AND access_code_index = $2'
        : "SELECT id FROM registration WHERE access_secret_index = $2 AND $1 = ''",
      typed(request)
        ? [reference, index.code(reference, request.accessCode ?? '')]
        : ['', index.secret(request.accessSecret ?? '')],
    );
    if (found) return found.id;
    throw new Problem('invalid', UNKNOWN);
  }

  /** Counts a failure, outside the transaction that it ended. */
  async count(request: CheckInRequest, error: unknown): Promise<void> {
    if (typed(request) && error instanceof Problem && error.code === UNKNOWN)
      await this.limit.countFailure('reference', referenceOf(request));
  }
}

const UNKNOWN = 'credentials-unknown';
const typed = ({ accessSecret }: CheckInRequest): boolean => accessSecret === undefined;
const referenceOf = ({ reference }: CheckInRequest): string => triedReference(reference);
