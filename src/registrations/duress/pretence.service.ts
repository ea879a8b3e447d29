import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Problem } from '../../platform/problems/problem.js';
import { toCaseResponse } from '../case-response.js';
import { PeopleService } from '../people.service.js';
import { isLive } from '../erasure/erasure-status.js';
import type { ErasureResponse } from '../erasure/erasure.dto.js';
import type { Registration } from '../registration.entity.js';
import { isOpen } from '../registration-status.js';
import type { OwnRegistrationResponse } from '../registrations.dto.js';
import type { PretendedAct } from './duress-codes.js';
import { DuressFlagRecords } from './duress-flag-records.js';
import { harmlessView, NOTHING_PRETENDED, type Pretended } from './harmless-view.js';
import { PretendedView } from './pretended-view.entity.js';

const KEEP_SQL = `
  INSERT INTO pretended_view (registration_id, post_id, changes, shown_sealed, erasure_due_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (registration_id) DO UPDATE SET changes = EXCLUDED.changes, shown_sealed = EXCLUDED.shown_sealed,
    erasure_due_at = EXCLUDED.erasure_due_at`;

interface Kept {
  pretended: Pretended;
  changes: number;
}

/**
 * What a session shows that was opened with the help word, and what it seems to change. Nothing that is held is touched; what
 * seems to be changed is shown again the next time, so that whoever forces the person finds what they did.
 */
@Injectable()
export class Pretence {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly flags: DuressFlagRecords,
  ) {}

  /** In the caller's transaction. @throws Problem `not-found` */
  async view(tx: EntityManager, registrationId: string): Promise<OwnRegistrationResponse> {
    const registration = await this.people.registration(tx, registrationId);
    return this.shown(registration, await this.kept(tx, registration));
  }

  /** What seems to be held besides that. */
  read(caller: Caller): Promise<Pretended> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { pretended } = await this.kept(tx, await this.people.registration(tx, caller.id!));
      return pretended;
    });
  }

  /** A change of what is shown. @throws Problem `stale`, `not-open` (409), as a true one does */
  change(
    caller: Caller,
    version: number,
    acts: PretendedAct | readonly PretendedAct[],
    change: (shown: OwnRegistrationResponse) => Pretended['view'],
  ): Promise<OwnRegistrationResponse> {
    return this.act(caller, [acts].flat(), (kept, registration) => {
      const shown = this.shown(registration, kept);
      requireVersion(shown.version, version);
      if (!isOpen(shown.status)) throw new Problem('conflict', 'not-open');
      const { pretended, changes } = kept;
      const view = { ...pretended.view, ...change(shown) };
      const after = { pretended: { ...pretended, view }, changes: changes + 1 };
      return { after, answer: this.shown(registration, after) };
    });
  }

  /** A step of asking to be erased. @param step may throw what a true one does */
  changeErasure(
    caller: Caller,
    act: PretendedAct,
    step: (erasure: ErasureResponse | null) => ErasureResponse,
  ): Promise<ErasureResponse> {
    return this.act(caller, [act], ({ pretended, changes }) => {
      const erasure = step(pretended.erasure);
      return { after: { pretended: { ...pretended, erasure }, changes }, answer: erasure };
    });
  }

  /** Something of another kind. @param portrait as it is shown again, where that was it */
  keep(caller: Caller, act: PretendedAct, portrait?: string): Promise<void> {
    return this.act(caller, [act], ({ pretended, changes }) => ({
      after: { pretended: { ...pretended, ...(portrait !== undefined && { portrait }) }, changes },
      answer: undefined,
    }));
  }

  private act<T>(
    caller: Caller,
    acts: readonly PretendedAct[],
    work: (kept: Kept, registration: Registration) => { after: Kept; answer: T },
  ): Promise<T> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registrationForChange(tx, caller.id!);
      const { after, answer } = work(await this.kept(tx, registration), registration);
      await tx.query(KEEP_SQL, [
        registration.id,
        registration.postId,
        after.changes,
        this.people.key(registration.person).seal('pretended', after.pretended),
        isLive(after.pretended.erasure) ? after.pretended.erasure.dueAt : null,
      ]);
      for (const act of acts) await this.flags.tried(tx, caller, registration, act);
      return answer;
    });
  }

  private async kept(tx: EntityManager, { id, person }: Registration): Promise<Kept> {
    const row = await tx.findOneBy(PretendedView, { registrationId: id });
    if (!row) return { pretended: NOTHING_PRETENDED, changes: 0 };
    const pretended = this.people.key(person).open<Pretended>('pretended', row.shownSealed);
    return { pretended, changes: row.changes };
  }

  private shown(registration: Registration, { pretended, changes }: Kept): OwnRegistrationResponse {
    const identity = this.people.identity(registration.person);
    return harmlessView({ ...toCaseResponse(registration, identity), identity }, pretended, changes);
  }
}
