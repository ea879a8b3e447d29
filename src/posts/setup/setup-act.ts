import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import type { SetupChangeQuery } from './setup.dto.js';

/** A change of one post's setup, by whom, and which version of it they looked at. */
export interface SetupAct extends SetupChangeQuery {
  caller: Caller;
  postId: string;
  version: number;
  /** Where a repeated request is answered as the first was. */
  once?: IdempotentRequest;
}

/** What is done, and how it is put on record. */
export interface SetupWork {
  action: string;
  detail: Record<string, unknown>;
  /** The counter that is closed for good, or gets another number. */
  counterId?: string;
  /** @throws Problem where it must not be */
  apply(tx: EntityManager): Promise<void>;
}
