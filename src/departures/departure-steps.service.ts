import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log.js';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/entity-tag.js';
import { notFound, Problem } from '../platform/problems/problem.js';
import { PeopleService } from '../registrations/people.service.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import { DocumentLife } from '../travel-documents/documents/document-life.service.js';
import { departureMayBecome, type DepartureStep, REACHED_AT } from './departure-status.js';
import { Departure } from './departure.entity.js';
import { toDepartureResponse } from './departure-response.js';
import type { DepartureResponse } from './departures.dto.js';
import { TravelReadiness } from './travel-readiness.js';

/** Takes a journey from one status to the next. Every step names the version that it was decided on. */
@Injectable()
export class DepartureSteps {
  constructor(
    private readonly database: Database,
    private readonly life: RegistrationLife,
    private readonly people: PeopleService,
    private readonly readiness: TravelReadiness,
    private readonly documents: DocumentLife,
    private readonly audit: AuditLog,
  ) {}

  /** Cleared to travel. @throws Problem as {@link board}, `no-exit-clearance`, `no-travel-document` (409) */
  clear(caller: Caller, id: string, version: number): Promise<DepartureResponse> {
    return this.step(caller, id, version, 'cleared', async (tx, departure) => {
      await this.life.requireOpen(tx, departure.registrationId);
      await this.readiness.require(tx, departure);
    });
  }

  /**
   * A fact is recorded: papers are not asked for again.
   * @throws Problem `not-found`, `stale` (412), `not-in-this-state`, `not-open` (409)
   */
  board(caller: Caller, id: string, version: number): Promise<DepartureResponse> {
    return this.step(caller, id, version, 'boarded', async (tx, { registrationId }) => {
      await this.life.requireOpen(tx, registrationId);
    });
  }

  /** Gone. Closes the registration. @throws Problem as {@link board} */
  depart(caller: Caller, id: string, version: number): Promise<DepartureResponse> {
    return this.step(caller, id, version, 'departed', (tx, { registrationId }) =>
      this.life.closeAsDeparted(tx, caller, registrationId),
    );
  }

  /** Did not go; another journey can be planned. @throws Problem as {@link board}, but for `not-open` */
  miss(caller: Caller, id: string, version: number): Promise<DepartureResponse> {
    return this.step(caller, id, version, 'missed', () => Promise.resolve());
  }

  /** The journey that a person who no longer wants help will not make. Joins the caller's transaction; safe to repeat. */
  async giveUp(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const departure = await tx.findOne(Departure, {
      where: { registrationId, status: In(['planned', 'cleared', 'boarded']) },
      lock: { mode: 'pessimistic_write' },
    });
    if (departure) await this.become(tx, caller, departure, 'missed');
  }

  /** Home. The travel document has served its purpose. @throws Problem as {@link board}, but for `not-open` */
  arrive(caller: Caller, id: string, version: number): Promise<DepartureResponse> {
    return this.step(caller, id, version, 'arrived', (tx, { registrationId }) =>
      this.documents.markUsed(tx, caller, registrationId),
    );
  }

  /** Locks the registration, then the journey: the order that everybody keeps. */
  private step(
    caller: Caller,
    id: string,
    version: number,
    to: DepartureStep,
    along: (tx: EntityManager, departure: Departure) => Promise<void>,
  ): Promise<DepartureResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const seen = await tx.findOneBy(Departure, { id });
      if (!seen) throw notFound();
      await this.people.registrationForChange(tx, seen.registrationId);
      const departure = await tx.findOneOrFail(Departure, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      requireVersion(departure.version, version);
      if (!departureMayBecome(departure.status, to)) throw new Problem('conflict', 'not-in-this-state');
      await along(tx, departure);
      await this.become(tx, caller, departure, to);
      return toDepartureResponse(await tx.findOneByOrFail(Departure, { id }));
    });
  }

  private async become(
    tx: EntityManager,
    caller: Caller,
    { id, postId, registrationId }: Departure,
    to: DepartureStep,
  ): Promise<void> {
    await tx.query(
      `UPDATE departure SET status = $2, ${REACHED_AT[to]} = clock_timestamp(), version = version + 1 WHERE id = $1`,
      [id, to],
    );
    await this.audit.record(tx, caller, {
      action: `departure.${to}`,
      subject: { kind: 'departure', id },
      postId,
      detail: { registrationId },
    });
  }
}
