import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids.js';
import { hashPassword, verifyPassword } from '../accounts/password.js';
import { newRecoveryCodes, readRecoveryCode } from './recovery-code.js';

/** The codes on paper of each account, hashed as passwords are (ASVS 5.0 6.5.2). */
@Injectable()
export class RecoveryCodes {
  /** Ten new ones in place of all before. They are known to nobody after this. */
  async renew(tx: EntityManager, accountId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const hashes = await Promise.all(codes.map((code) => hashPassword(readRecoveryCode(code)!)));
    await this.forget(tx, accountId);
    await tx.query(
      'INSERT INTO recovery_code (id, account_id, hash) SELECT unnest($2::uuid[]), $1, unnest($3::text[])',
      [accountId, hashes.map(newId), hashes],
    );
    return codes;
  }

  /** @returns whether this is a code of the account that was not used; now it is */
  async spend(tx: EntityManager, accountId: string, typed: string): Promise<boolean> {
    const code = readRecoveryCode(typed);
    if (code === undefined) return false;
    const unused = await tx.query<{ id: string; hash: string }[]>(
      'SELECT id, hash FROM recovery_code WHERE account_id = $1 AND used_at IS NULL',
      [accountId],
    );
    const matches = await Promise.all(unused.map(({ hash }) => verifyPassword(hash, code)));
    const meant = unused.find((_, index) => matches[index]);
    if (!meant) return false;
    const [spent] = await tx.query<[unknown[], number]>(
      'UPDATE recovery_code SET used_at = now() WHERE id = $1 AND used_at IS NULL RETURNING id',
      [meant.id],
    );
    return spent.length > 0;
  }

  async forget(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
  }
}
