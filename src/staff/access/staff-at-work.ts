import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffRole } from '../../platform/auth/roles.js';

const AT_WORK_SQL = `
  SELECT DISTINCT a.id FROM account a JOIN account_post p ON p.account_id = a.id
  JOIN session s ON s.subject_id = a.id AND s.ended_at IS NULL AND s.expires_at > now()
  WHERE a.active AND a.role = $2 AND p.post_id = $1 AND s.role = a.role AND a.id NOT IN (SELECT id FROM waiting_account) ORDER BY a.id`;

/** Who of a post's staff is signed in at this moment, and may act. */
@Injectable()
export class StaffAtWork {
  /** @returns ids of accounts */
  async of(tx: EntityManager, postId: string, role: StaffRole): Promise<string[]> {
    return (await tx.query<{ id: string }[]>(AT_WORK_SQL, [postId, role])).map(({ id }) => id);
  }
}
