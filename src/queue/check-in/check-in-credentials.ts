import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import { Problem } from '../../platform/problems/problem.js';
import { type ShownCase, ShownCodes } from '../../registrations/access/shown-codes.js';
import { DuressFlagRecords } from '../../registrations/duress/duress-flag-records.js';
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
    private readonly codes: ShownCodes,
    private readonly flags: DuressFlagRecords,
    private readonly limit: SignInLimit,
    private readonly kept: KeptCase,
  ) {}

  /** @throws Problem `too-many-attempts` (429) for a reference that was tried too often */
  counted<T>({ accessSecret, reference }: CheckInRequest, work: () => Promise<T>): Promise<T> {
    return accessSecret === undefined
      ? this.limit.guess('reference', triedReference(reference), work)
      : work();
  }

  /** @returns the id of the registration that the codes belong to. @throws Problem `credentials-unknown` (422) */
  async find(tx: EntityManager, request: CheckInRequest): Promise<string> {
    const found = await this.known(tx, request);
    if (found.closed) throw unknown();
    return found.id;
  }

  /** @returns the id of the case under which the person is helped. @throws Problem `credentials-unknown` (422) */
  async caseOf(tx: EntityManager, request: CheckInRequest): Promise<string> {
    return this.kept.of(tx, await this.find(tx, request));
  }

  /**
   * The same for the first look; where the help word was typed, a flag is raised. The person gets their number all the same,
   * unless they seem to be erased: then nothing is answered, and what was raised must be committed before it is refused.
   */
  async open(tx: EntityManager, caller: Caller, request: CheckInRequest): Promise<string | undefined> {
    const found = await this.known(tx, request);
    if (found.duress) await this.flags.raise(tx, caller, found, 'kiosk');
    return found.closed ? undefined : this.kept.of(tx, found.id);
  }

  private async known(tx: EntityManager, request: CheckInRequest): Promise<ShownCase> {
    const found = await this.codes.find(tx, request);
    if (!found) throw unknown();
    return found;
  }
}

export const unknown = (): Problem => new Problem('invalid', 'credentials-unknown');
