import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/problems/problem.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import { DocumentLife } from '../travel-documents/documents/document-life.service.js';
import { DepartureForChange } from './departure-for-change.js';
import { DepartureLog } from './departure-log.js';
import { departureMayBecome, type DepartureStep, REACHED_AT } from './departure-status.js';
import { Departure } from './departure.entity.js';
import { toDepartureResponse } from './departure-response.js';
import type { DepartureResponse, DepartureStepRequest } from './departures.dto.js';
import { momentOf } from './step-moment.js';
import { TravelReadiness } from './travel-readiness.js';

/** Takes a journey from one status to the next. Every step names the version that it was decided on. */
@Injectable()
export class DepartureSteps {
  constructor(
    private readonly database: Database,
    private readonly life: RegistrationLife,
    private readonly forChange: DepartureForChange,
    private readonly readiness: TravelReadiness,
    private readonly documents: DocumentLife,
    private readonly log: DepartureLog,
  ) {}

  /** Cleared to travel. @throws Problem as {@link board}, `no-exit-clearance`, `no-travel-document` (409) */
  clear(caller: Caller, id: string, version: number): Promise<DepartureResponse> {
    return this.step(caller, id, version, 'cleared', async (tx, departure) => {
      await this.life.requireOpen(tx, departure.registrationId);
      await this.readiness.require(tx, departure);
    });
  }

  /**
   * A fact is recorded, as of when it was: papers are not asked for again.
   * @throws Problem `not-found`, `stale` (412), `not-in-this-state`, `not-open` (409), and as {@link momentOf}
   */
  board(
    caller: Caller,
    id: string,
    version: number,
    { at }: DepartureStepRequest,
  ): Promise<DepartureResponse> {
    const open = async (tx: EntityManager, { registrationId }: Departure) => {
      await this.life.requireOpen(tx, registrationId);
    };
    return this.step(caller, id, version, 'boarded', open, at);
  }

  /** Gone. Closes the registration. @throws Problem as {@link board} */
  depart(
    caller: Caller,
    id: string,
    version: number,
    { at }: DepartureStepRequest,
  ): Promise<DepartureResponse> {
    const close = (tx: EntityManager, { registrationId }: Departure) =>
      this.life.closeAs(tx, caller, registrationId, 'departed');
    return this.step(caller, id, version, 'departed', close, at);
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
    if (departure) await this.become(tx, caller, departure, 'missed', null);
  }

  /** Home. The travel document has served its purpose. @throws Problem as {@link board}, but for `not-open` */
  arrive(
    caller: Caller,
    id: string,
    version: number,
    { at }: DepartureStepRequest,
  ): Promise<DepartureResponse> {
    const use = (tx: EntityManager, { registrationId }: Departure) =>
      this.documents.markUsed(tx, caller, registrationId);
    return this.step(caller, id, version, 'arrived', use, at);
  }

  private step(
    caller: Caller,
    id: string,
    version: number,
    to: DepartureStep,
    along: (tx: EntityManager, departure: Departure) => Promise<void>,
    said?: string,
  ): Promise<DepartureResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const locked = await this.forChange.of(tx, id, version);
      const { departure } = locked;
      if (!departureMayBecome(departure.status, to)) throw new Problem('conflict', 'not-in-this-state');
      const at = momentOf(to, said, locked);
      await along(tx, departure);
      await this.become(tx, caller, departure, to, at);
      return toDepartureResponse(await tx.findOneByOrFail(Departure, { id }));
    });
  }

  private async become(
    tx: EntityManager,
    caller: Caller,
    departure: Departure,
    to: DepartureStep,
    at: Date | null,
  ): Promise<void> {
    await tx.query(
      `UPDATE departure SET status = $2, ${REACHED_AT[to]} = coalesce($3, clock_timestamp()), version = version + 1
       WHERE id = $1`,
      [departure.id, to, at],
    );
    await this.log.record(tx, caller, departure, `departure.${to}`);
  }
}
