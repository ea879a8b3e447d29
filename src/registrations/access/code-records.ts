import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { CaseLog } from '../case-log.js';
import { accessIndexes, newAccessCredentials } from '../intake/access-credentials.js';
import type { RegistrationReceipt } from '../intake/intake.dto.js';
import type { Registration } from '../registration.entity.js';
import type { RenewalReason } from './access.dto.js';
import type { CaseName } from '../case-name.js';

const WRITE_SQL = `
  UPDATE registration SET access_secret_index = $2, access_code_index = $3, codes_renewed_at = now(), version = version + 1
  WHERE id = $1`;

/**
 * Writes other codes than the ones that somebody has, in the caller's transaction, and ends what those had opened: also what the
 * help word had, which whoever holds that phone types again and sees what they saw. The registration must be locked.
 */
@Injectable()
export class CodeRecords {
  constructor(
    private readonly keyring: Keyring,
    private readonly sessions: SessionsService,
    private readonly log: CaseLog,
  ) {}

  /** @returns the receipt with codes that are kept nowhere in clear */
  async renew(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    reason: RenewalReason,
  ): Promise<RegistrationReceipt> {
    const { id, reference, receivedAt } = registration;
    const { accessCode, accessSecret } = newAccessCredentials();
    const access = accessIndexes(this.keyring);
    await this.write(tx, id, access.secret(accessSecret), access.code(reference, accessCode));
    await this.log.record(tx, caller, registration, 'registration.codes-renewed', { reason });
    return { id, reference, accessCode, accessSecret, receivedAt: receivedAt.toISOString() };
  }

  /** Codes that nobody has, for a case that was merged. Should that be undone, its person gets new ones as anybody does. */
  async close(tx: EntityManager, caller: Caller, merged: CaseName, keptId: string): Promise<void> {
    await this.write(tx, merged.id, randomBytes(16), randomBytes(16));
    await this.log.record(tx, caller, merged, 'registration.codes-closed', { keptId });
  }

  private async write(tx: EntityManager, id: string, secret: Buffer, code: Buffer): Promise<void> {
    await tx.query(WRITE_SQL, [id, secret, code]);
    await this.sessions.endAllOf(tx, id);
  }
}
