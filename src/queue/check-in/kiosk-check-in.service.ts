import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { QueueReader } from '../board/queue-reader.js';
import type { OwnTicketResponse } from '../tickets/own-ticket.dto.js';
import type { CheckInRequest } from './check-in.dto.js';
import { CheckInCredentials } from './check-in-credentials.js';
import { FirstLook } from './first-look.js';
import { NumberIssue } from './number-issue.js';

/** Takes people into the hall by what they show a kiosk. Checking in twice answers the number that one has. */
@Injectable()
export class KioskCheckIn {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly credentials: CheckInCredentials,
    private readonly look: FirstLook,
    private readonly numbers: NumberIssue,
    private readonly reader: QueueReader,
  ) {}

  /**
   * @throws Problem `credentials-unknown` (422), `too-many-attempts` (429), `come-back-later` (409) long before their turn,
   * `no-appointment`, `no-appointment-today`, `not-open` (all 409)
   */
  enter(caller: Caller, request: CheckInRequest, idempotent: IdempotentRequest): Promise<OwnTicketResponse> {
    return this.credentials.counted(request, async () => {
      await this.look.requireLetIn(caller, request);
      return this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
        const registrationId = await this.credentials.caseOf(tx, request);
        await this.numbers.issue(tx, caller, registrationId);
        return this.reader.ownOf(tx, registrationId);
      });
    });
  }
}
