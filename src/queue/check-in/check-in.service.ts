import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import { caseOfReference } from '../../registrations/case-of-reference.js';
import { readReference } from '../../registrations/reference.js';
import { QueueReader } from '../board/queue-reader.js';
import type { OwnTicketResponse } from '../tickets/own-ticket.dto.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import type { CheckInRequest } from './check-in.dto.js';
import { CheckInCredentials, unknown } from './check-in-credentials.js';
import { NumberIssue } from './number-issue.js';
import { PaperTimes } from './paper-times.js';

/**
 * Takes people into the hall. Checking in twice answers the number that one has.
 * @throws Problem `no-appointment`, `no-appointment-today`, `not-open` (all 409)
 */
@Injectable()
export class CheckInService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly credentials: CheckInCredentials,
    private readonly numbers: NumberIssue,
    private readonly papers: PaperTimes,
    private readonly tickets: TicketRecords,
    private readonly reader: QueueReader,
    private readonly kept: KeptCase,
  ) {}

  /**
   * By what the person shows a kiosk.
   * @throws Problem `credentials-unknown` (422), `too-many-attempts` (429), `come-back-later` (409) long before their turn
   */
  atKiosk(
    caller: Caller,
    request: CheckInRequest,
    idempotent: IdempotentRequest,
  ): Promise<OwnTicketResponse> {
    return this.credentials.counted(request, async () => {
      // in a transaction of its own: the time that is told and the flag that is raised stay, although the answer is a refusal
      const refused = await this.database.transaction(caller.posts, async (tx) => {
        const shown = await this.credentials.open(tx, caller, request);
        if (shown === undefined) return unknown();
        const registrationId = await this.kept.of(tx, shown);
        return this.papers.tooEarly(tx, caller, registrationId).catch(toldAfterwards);
      });
      if (refused) throw refused;
      return this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
        const registrationId = await this.kept.of(tx, await this.credentials.find(tx, request));
        await this.numbers.issue(tx, caller, registrationId);
        return this.reader.ownOf(tx, registrationId);
      });
    });
  }

  /**
   * What stands on a kiosk's paper, so that whoever comes back without more is found by it: the reference of the case that
   * the person's codes belong to, which is an address and lets nobody in.
   * @throws Problem `credentials-unknown` (422)
   */
  referenceAtKiosk(caller: Caller, request: CheckInRequest): Promise<string> {
    return this.database.transaction(caller.posts, async (tx) => {
      const id = await this.credentials.find(tx, request);
      const [found] = await tx.query<{ reference: string }[]>(
        'SELECT reference FROM registration WHERE id = $1',
        [id],
      );
      return found!.reference;
    });
  }

  /** By an officer who sees the person. @throws Problem `invalid-input`, also where no registration has the reference */
  byOfficer(
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

/** A refusal by rule, to be thrown once what was written before it is committed. Anything else is thrown at once. */
function toldAfterwards(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}
