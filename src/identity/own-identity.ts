import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Outcome } from './decision-rules.js';
import { outcomeInForce } from './identity-file.js';

/** What is decided about who a person is, as their own page tells it: the outcome, not why. */
@Injectable()
export class OwnIdentity {
  constructor(private readonly database: Database) {}

  /** Null while nothing is decided, and once it is looked at again. */
  outcome(postId: string, registrationId: string): Promise<Outcome | null> {
    return this.database.transaction([postId], (tx) => outcomeInForce(tx, registrationId));
  }
}
