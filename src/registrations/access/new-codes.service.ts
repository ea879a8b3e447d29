import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { invalid } from '../../platform/problems/problem.js';
import type { RegistrationReceipt } from '../intake/intake.dto.js';
import { lockCases } from '../lock-cases.js';
import { OpenedCases } from '../disclosure/opened-cases.js';
import { RegistrationLife } from '../registration-life.service.js';
import type { NewCodesRequest } from './access.dto.js';
import { CasesUnder } from './cases-under.js';
import { CodeRecords } from './code-records.js';

/**
 * Gives somebody who stands at the counter other codes than the ones on their receipt, which from then on are as wrong as any.
 * So are those of cases that were merged into this one: they show when the person is to come under it. Nobody is told by
 * message: the phone may be in the hands that the codes are to be kept from. The help word stays: it cannot be one of the new
 * codes (`isHelpWord`), and is chosen by nobody but the person.
 */
@Injectable()
export class NewCodes {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly life: RegistrationLife,
    private readonly under: CasesUnder,
    private readonly records: CodeRecords,
    private readonly opened: OpenedCases,
  ) {}

  /**
   * @returns the receipt with the new codes; its reference is the one they had
   * @throws Problem `not-found`, `invalid-input`, `idempotency-key-reused` (422), `stale` (412), `not-open` (409), `too-many-cases` (429)
   */
  async give(
    caller: Caller,
    id: string,
    version: number,
    { reason, personIsHere }: NewCodesRequest,
    idempotent: IdempotentRequest,
  ): Promise<RegistrationReceipt> {
    if (!personIsHere) throw invalid({ pointer: '/personIsHere', code: 'person-not-here' });
    return this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
      await lockCases(tx, [id, ...(await this.under.of(tx, id))]);
      const registration = await this.life.requireOpen(tx, id);
      requireVersion(registration.version, version);
      const { postId } = registration;
      await this.opened.count(tx, caller, registration);
      for (const merged of await this.under.of(tx, id))
        await this.records.close(tx, caller, { id: merged, postId }, id);
      return this.records.renew(tx, caller, registration, reason);
    });
  }
}
