import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Departure } from '../../departures/departure.entity.js';
import { OwnStatusReader } from '../../queue/status/own-status-reader.js';
import { isLive } from '../../queue/tickets/ticket-status.js';
import type { OwnTicketResponse } from '../../queue/tickets/own-ticket.dto.js';
import { unlessNone } from '../../platform/problems/unless-none.js';
import { OwnErasureService } from '../../registrations/erasure/own-erasure.service.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import type { OwnRegistrationResponse } from '../../registrations/registrations.dto.js';
import { isOpen } from '../../registrations/registration-status.js';
import { OwnVouchings } from '../../identity/vouching/own-vouchings.service.js';
import { BRING_ITEMS } from '../receipt/receipt.view.js';
import { stageMarks } from './journey.js';
import { choosesTime, nextStep, waitsToBeTold } from './next-step.js';
import { StandingReader } from './standing-reader.js';
import type { JourneyAhead, StatusPage, TicketPlace } from './status.view.js';

/** Puts together from the stages what a person is shown of their own way home. */
@Injectable()
export class StatusReader {
  constructor(
    private readonly own: OwnRegistrationService,
    private readonly standings: StandingReader,
    private readonly now: OwnStatusReader,
    private readonly vouchings: OwnVouchings,
    private readonly erasures: OwnErasureService,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller): Promise<Omit<StatusPage, 'saved' | 'cancelled'>> {
    const own = await this.own.read(caller);
    if (caller.duress) return this.underDuress(caller, own);
    const [{ standing, visit, planned }, vouchings, erasedAfter] = await Promise.all([
      this.standings.of(caller),
      this.vouchings.read(caller),
      this.erasedAfter(caller),
    ]);
    const { status: hall, etag } = await this.now.read(caller);
    const { status, appointment } = standing;
    const now = this.clock.now();
    const open = isOpen(status);
    const next = nextStep(standing, now);
    return {
      reference: own.reference,
      next,
      stages: stageMarks(standing, open),
      appointment: open ? appointment : null,
      ticket: open && visit && isLive(visit.status) ? ticketPlace(visit) : null,
      choosesTime: open && choosesTime(next),
      turn: open && appointment ? hall.turn : null,
      bring: open && appointment ? BRING_ITEMS : [],
      journey: open && planned ? journeyAhead(planned) : null,
      silent: open && own.contact.method === 'none' && waitsToBeTold(next),
      erasedAfter,
      vouching: vouchings.items.length > 0,
      open: isOpen(own.status),
      asOf: now.toISOString(),
      tag: etag,
    };
  }

  /** Null unless the person has confirmed that they want to be erased, or seems to have under duress. */
  private async erasedAfter(caller: Caller): Promise<string | null> {
    const erasure = await unlessNone(this.erasures.read(caller));
    return erasure?.status === 'confirmed' ? erasure.dueAt : null;
  }

  /** Somebody who registered, whose answers were read as everybody's are within seconds, and who waits: nothing else (decision 33). */
  private async underDuress(
    caller: Caller,
    { reference, status, receivedAt, contact }: OwnRegistrationResponse,
  ): Promise<Omit<StatusPage, 'saved' | 'cancelled'>> {
    const at = new Date(receivedAt);
    const reached = { registered: at, triaged: at };
    const standing = {
      status,
      reached,
      appointment: null,
      identity: null,
      ticket: null,
      document: null,
      journey: null,
    };
    const now = this.clock.now();
    const { etag } = await this.now.read(caller);
    return {
      reference,
      next: nextStep(standing, now),
      stages: stageMarks(standing, isOpen(status)),
      appointment: null,
      ticket: null,
      choosesTime: false,
      turn: null,
      bring: [],
      journey: null,
      silent: isOpen(status) && contact.method === 'none',
      erasedAfter: await this.erasedAfter(caller),
      vouching: false,
      open: isOpen(status),
      asOf: now.toISOString(),
      tag: etag,
    };
  }
}

const journeyAhead = (departure: Departure): JourneyAhead => ({
  leavesAt: departure.scheduledAt.toISOString(),
  service: `${departure.carrier} ${departure.serviceNumber}`,
  from: departure.leavesFrom,
  to: departure.arrivesAtPlace,
});

export const ticketPlace = ({
  number,
  status,
  counter,
  ahead,
  expectedRange,
}: OwnTicketResponse): TicketPlace => ({
  number,
  state: status,
  counter,
  ahead,
  expected: expectedRange && { from: expectedRange.from, to: expectedRange.to },
});
