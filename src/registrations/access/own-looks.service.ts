import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import type { LooksResponse } from '../registrations.dto.js';
import { OwnCase } from './own-case.js';

const MOST = 200;

/**
 * Reading, showing in clear and handing on, by whom: by role, since an officer's name is not the person's to know. Never that
 * a flag was read: whoever looks along would know that there was one.
 */
const LOOKS = `
  SELECT at, actor_kind AS role, action FROM audit_event
  WHERE subject_id = $1 AND actor_kind NOT IN ('person', 'system', 'everyone')
    AND action NOT LIKE 'duress.%'
  ORDER BY at DESC LIMIT ${MOST}`;

/** Tells a person who looked at their case and what was done with it. */
@Injectable()
export class OwnLooksService {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCase,
  ) {}

  read(caller: Caller): Promise<LooksResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = { id: caller.id!, postId: onlyPost(caller) };
      await this.own.record(tx, caller, registration, 'registration.looks-read-by-owner');
      if (caller.duress) return { items: [] };
      const rows = await tx.query<{ at: Date; role: string; action: string }[]>(LOOKS, [registration.id]);
      return { items: rows.map(({ at, role, action }) => ({ at: at.toISOString(), role, action })) };
    });
  }
}
