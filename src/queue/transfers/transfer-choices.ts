import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { CounterRecords } from '../counters/counter-records.js';
import { isService, PROTECTION } from '../skills/skills.js';
import { skillsAtWork } from '../skills/skills-at-work.js';
import type { TransferChoicesResponse, TransferCounterResponse } from './transfers.dto.js';

/** Parameter: counters. */
const COUNTERS_SQL = `
  SELECT c.id, c.number, a.display_name AS "officerName" FROM counter_session s
  JOIN counter c ON c.id = s.counter_id JOIN account a ON a.id = s.account_id
  WHERE c.id = ANY ($1) AND s.closed_at IS NULL ORDER BY c.number`;

/** Tells an officer to whom they can hand somebody over at this moment. */
@Injectable()
export class TransferChoices {
  constructor(
    private readonly database: Database,
    private readonly counters: CounterRecords,
  ) {}

  of(caller: Caller): Promise<TransferChoicesResponse> {
    const postId = onlyPost(caller);
    return this.database.transaction([postId], async (tx) => {
      const own = await this.counters.ownOf(tx, caller);
      const { counters, isAnyoneTrained } = await skillsAtWork(tx, postId, null);
      const others = counters.filter(({ sessionId }) => sessionId !== own?.id);
      const elsewhere = [...new Set(others.flatMap(({ skills }) => skills))].sort();
      return {
        counters: await tx.query<TransferCounterResponse[]>(COUNTERS_SQL, [
          others.map(({ counterId }) => counterId),
        ]),
        services: elsewhere.filter(isService).map((skill) => skill.slice('service:'.length)),
        skills: [
          ...(isAnyoneTrained ? [PROTECTION] : []),
          ...elsewhere.filter((skill) => !isService(skill) && skill !== PROTECTION),
        ],
      };
    });
  }
}
