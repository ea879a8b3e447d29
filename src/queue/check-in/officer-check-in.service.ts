import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { invalid } from '../../platform/problems/problem.js';
import { caseOfReference } from '../../registrations/case-of-reference.js';
import { readReference } from '../../registrations/reference.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import type { CheckInRequest } from './check-in.dto.js';
import { NumberIssue } from './number-issue.js';

/** Takes people into the hall by hand, by an officer who sees them. Checking in twice answers the number that one has. */
@Injectable()
export class OfficerCheckIn {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly numbers: NumberIssue,
    private readonly tickets: TicketRecords,
    private readonly kept: KeptCase,
  ) {}

  /**
   * @throws Problem `invalid-input`, also where no registration has the reference, `no-appointment`,
   * `no-appointment-today`, `not-open` (all 409)
   */
  enter(
    caller: Caller,
    { reference: typed }: CheckInRequest,
    idempotent: IdempotentRequest,
  ): Promise<TicketResponse> {
    if (typed === undefined) throw invalid({ pointer: '/reference', code: 'required' });
    const reference = readReference(typed);
    if (reference === undefined) throw invalid({ pointer: '/reference', code: 'wrong-format' });
    return this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
      const named = await caseOfReference(tx, reference);
      if (named === undefined) throw invalid({ pointer: '/reference', code: 'case-not-found' });
      return this.tickets.response(tx, await this.numbers.issue(tx, caller, await this.kept.of(tx, named)));
    });
  }
}
