import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { PostsService } from '../posts.service.js';
import type { SetupAct, SetupWork } from './setup-act.js';
import { SetupChangeRecords } from './setup-change-records.js';
import type { SetupChangedResponse } from './setup.dto.js';

/** Ends the transaction of what is only tried out, with what it came to. */
class TriedOut extends Error {
  constructor(readonly result: SetupChangedResponse) {
    super('tried out');
  }
}

/**
 * Changes how a post works. One transaction holds the change, what the stages make of it and the record; where it is tried
 * out, all of that is done and taken back, so that what is told is what will happen.
 */
@Injectable()
export class SetupChanges {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly records: SetupChangeRecords,
    private readonly posts: PostsService,
  ) {}

  /** @throws Problem as {@link SetupChangeRecords.write} */
  async make(act: SetupAct, work: SetupWork): Promise<SetupChangedResponse> {
    try {
      const changed = await this.database.transaction([act.postId], async (tx) => {
        const make = () => this.records.write(tx, act, work);
        const result = await (act.once ? this.idempotency.once(tx, act.once, make) : make());
        if (act.dryRun === 'true') throw new TriedOut(result);
        return result;
      });
      this.posts.forget();
      return changed;
    } catch (error) {
      if (error instanceof TriedOut) return error.result;
      throw error;
    }
  }
}
