import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { together } from '../../platform/database/together.js';
import { newId } from '../../platform/ids.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { CaseLog } from '../case-log.js';
import type { DuressWay, PretendedAct } from './duress-codes.js';
import { RAISE_SQL, TRIED_SQL } from './duress-flags.sql.js';

interface Case {
  id: string;
  postId: string;
}

/** Raises flags, in the caller's transaction and on record. The word itself is known to none of this. */
@Injectable()
export class DuressFlagRecords {
  constructor(
    private readonly log: CaseLog,
    private readonly live: LiveEvents,
  ) {}

  /** Once for each registration while nobody has acknowledged it; then it counts up. */
  async raise(tx: EntityManager, caller: Caller, registration: Case, way: DuressWay): Promise<void> {
    const { id, postId } = registration;
    await together(
      tx.query(RAISE_SQL, [newId(), id, postId, way]),
      this.log.record(tx, caller, registration, 'duress.raised', { way }),
    );
    this.live.announce(tx, { postId, kind: 'duress' });
  }

  /** What was answered as if it had been done. */
  async tried(tx: EntityManager, caller: Caller, registration: Case, act: PretendedAct): Promise<void> {
    await tx.query(TRIED_SQL, [registration.id, act]);
    await this.log.record(tx, caller, registration, 'duress.act-pretended', { act });
  }
}
