import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import type { CounterRequest, SetupChangedResponse } from './setup.dto.js';
import type { SetupAct, SetupWork } from './setup-act.js';
import { SetupChanges } from './setup-changes.js';

/** Counters of a post: added, called otherwise, and closed for good; who was served there stays on record. */
@Injectable()
export class SetupCounters {
  constructor(private readonly changes: SetupChanges) {}

  /** @throws Problem `invalid-input` for a number that another counter has, and as {@link SetupChanges.make} */
  add(act: SetupAct, { number, name }: CounterRequest): Promise<SetupChangedResponse> {
    return this.make(act, {
      action: 'post.counter-added',
      detail: { number },
      apply: async (tx) => {
        await tx.query('INSERT INTO counter (id, post_id, number, name) VALUES ($1, $2, $3, $4)', [
          newId(),
          act.postId,
          number,
          name,
        ]);
      },
    });
  }

  /** @throws Problem `not-found` for one that is closed, `counter-in-use` (409), and as {@link add} */
  change(act: SetupAct, counterId: string, { number, name }: CounterRequest): Promise<SetupChangedResponse> {
    return this.make(act, {
      action: 'post.counter-changed',
      detail: { counter: counterId, number },
      counterId,
      apply: async (tx) => {
        const [, changed] = await tx.query<[unknown[], number]>(
          `UPDATE counter SET number = $3, name = $4 WHERE post_id = $1 AND id = $2 AND closed_at IS NULL`,
          [act.postId, counterId, number, name],
        );
        if (changed === 0) throw notFound();
      },
    });
  }

  /** @throws Problem `not-found`, `last-counter` (409), `counter-in-use` (409), and as {@link SetupChanges.make} */
  close(act: SetupAct, counterId: string): Promise<SetupChangedResponse> {
    return this.make(act, {
      action: 'post.counter-closed',
      detail: { counter: counterId },
      counterId,
      apply: async (tx) => {
        const [, closed] = await tx.query<[unknown[], number]>(
          'UPDATE counter SET closed_at = now() WHERE post_id = $1 AND id = $2 AND closed_at IS NULL',
          [act.postId, counterId],
        );
        if (closed === 0) throw notFound();
        await requireAnother(tx, act.postId);
      },
    });
  }

  private async make(act: SetupAct, work: SetupWork): Promise<SetupChangedResponse> {
    return this.changes
      .make(act, work)
      .catch(refusedBy({ counter_number_once: { pointer: '/number', code: 'already-used' } }));
  }
}

async function requireAnother(tx: EntityManager, postId: string): Promise<void> {
  const left = await tx.query<unknown[]>(
    'SELECT FROM counter WHERE post_id = $1 AND closed_at IS NULL LIMIT 1',
    [postId],
  );
  if (left.length === 0) throw new Problem('conflict', 'last-counter');
}
