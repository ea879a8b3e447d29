import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { invalid } from '../../platform/problems/problem.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { accessIndexes, newAccessCredentials } from '../intake/access-credentials.js';
import type { RegistrationReceipt } from '../intake/intake.dto.js';
import type { Registration } from '../registration.entity.js';
import { RegistrationLife } from '../registration-life.service.js';
import type { NewCodesRequest, RenewalReason } from './access.dto.js';

const RENEW_SQL = `UPDATE registration SET access_secret_index = $2, access_code_index = $3, version = version + 1 WHERE id = $1`;

/**
 * Gives somebody who stands at the counter other codes than the ones on their receipt, which from then on are as wrong as any.
 * Nobody is told by message: the phone may be in the hands that the codes are to be kept from. The help word stays: it cannot
 * be one of the new codes (`isHelpWord`), and is chosen by nobody but the person.
 */
@Injectable()
export class NewCodes {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly life: RegistrationLife,
    private readonly sessions: SessionsService,
    private readonly keyring: Keyring,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the receipt with the new codes, which are kept nowhere in clear; its reference is the one they had
   * @throws Problem `not-found`, `invalid-input`, `idempotency-key-reused` (422), `stale` (412), `not-open` (409)
   */
  async give(
    caller: Caller,
    id: string,
    version: number,
    { reason, personIsHere }: NewCodesRequest,
    idempotent: IdempotentRequest,
  ): Promise<RegistrationReceipt> {
    if (!personIsHere) throw invalid({ pointer: '/personIsHere', code: 'person-not-here' });
    return this.database.transaction(caller.posts, (tx) =>
      this.idempotency.once(tx, idempotent, async () => {
        const registration = await this.life.requireOpen(tx, id);
        requireVersion(registration.version, version);
        return this.renew(tx, caller, registration, reason);
      }),
    );
  }

  private async renew(
    tx: EntityManager,
    caller: Caller,
    { id, postId, reference, receivedAt }: Registration,
    reason: RenewalReason,
  ): Promise<RegistrationReceipt> {
    const { accessCode, accessSecret } = newAccessCredentials();
    const access = accessIndexes(this.keyring);
    await tx.query(RENEW_SQL, [id, access.secret(accessSecret), access.code(reference, accessCode)]);
    // also those of the help word: whoever holds that phone types it again and sees what they saw
    await this.sessions.endAllOf(tx, id);
    await this.audit.record(tx, caller, {
      action: 'registration.codes-renewed',
      subject: { kind: 'registration', id },
      postId,
      detail: { reason },
    });
    return { id, reference, accessCode, accessSecret, receivedAt: receivedAt.toISOString() };
  }
}
