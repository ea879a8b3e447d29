import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { PeopleService } from '../people.service.js';
import { PretendedErasure } from '../duress/pretended-erasure.js';
import { ErasureRecords } from './erasure-records.js';
import { isLive } from './erasure-status.js';
import type { ErasureResponse } from './erasure.dto.js';
import type { Erasure } from './erasure.entity.js';
import { RetentionDuties } from './retention-duties.js';
import type { CaseName } from '../case-name.js';

/** A person's wish to be erased: asked, confirmed, and taken back while it is not carried out. */
@Injectable()
export class OwnErasureService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly records: ErasureRecords,
    private readonly duties: RetentionDuties,
    private readonly pretended: PretendedErasure,
  ) {}

  /** @throws Problem `not-found` where the person never asked */
  read(caller: Caller): Promise<ErasureResponse> {
    if (caller.duress) return this.pretended.read(caller);
    return this.database.transaction(caller.posts, (tx) => this.describe(tx, caller.id!));
  }

  /** Asks; nothing happens before it is confirmed. Whoever asked already is answered the same. Open to closed cases too. */
  ask(caller: Caller): Promise<ErasureResponse> {
    if (caller.duress) return this.pretended.ask(caller);
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registrationForChange(tx, caller.id!);
      if (!isLive(await this.records.latest(tx, registration.id)))
        await this.records.ask(tx, caller, registration);
      return this.describe(tx, registration.id);
    });
  }

  /** Erased after a day, or when we may. @throws Problem `stale`, 409: `erasure-not-asked`, `erasure-confirmed-already` */
  confirm(caller: Caller, version: number): Promise<ErasureResponse> {
    if (caller.duress) return this.pretended.confirm(caller, version);
    return this.change(caller, version, async (tx, registration, erasure) => {
      if (erasure.status !== 'asked') throw new Problem('conflict', 'erasure-confirmed-already');
      const duty = await this.duties.longest(tx, registration.id);
      await this.records.confirm(tx, caller, registration, erasure.id, duty);
    });
  }

  /** @throws Problem `stale`, `erasure-not-asked` (409) */
  cancel(caller: Caller, version: number): Promise<ErasureResponse> {
    if (caller.duress) return this.pretended.cancel(caller, version);
    return this.change(caller, version, (tx, registration, erasure) =>
      this.records.end(tx, caller, registration, erasure.id, 'cancelled'),
    );
  }

  private change(
    caller: Caller,
    version: number,
    work: (tx: EntityManager, registration: CaseName, erasure: Erasure) => Promise<void>,
  ): Promise<ErasureResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registrationForChange(tx, caller.id!);
      const erasure = await this.records.latest(tx, registration.id);
      if (!isLive(erasure)) throw new Problem('conflict', 'erasure-not-asked');
      requireVersion(erasure.version, version);
      await work(tx, registration, erasure);
      return this.describe(tx, registration.id);
    });
  }

  private async describe(tx: EntityManager, registrationId: string): Promise<ErasureResponse> {
    const erasure = await this.records.latest(tx, registrationId);
    if (!erasure) throw notFound();
    return {
      status: erasure.status,
      askedAt: erasure.askedAt.toISOString(),
      confirmedAt: erasure.confirmedAt?.toISOString() ?? null,
      dueAt: erasure.dueAt?.toISOString() ?? null,
      keptBecause: erasure.keptBecause,
      keptUntil: erasure.keptUntil?.toISOString() ?? null,
      version: erasure.version,
    };
  }
}
