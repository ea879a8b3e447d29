import { Injectable } from '@nestjs/common';
import type { Departure } from '../../departures/departure.entity.js';
import { OwnJourney } from '../../departures/own-journey.js';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import { OwnIdentity } from '../../identity/own-identity.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { unlessNone } from '../../platform/problems/unless-none.js';
import { QueueReader } from '../../queue/board/queue-reader.js';
import type { OwnTicketResponse } from '../../queue/tickets/own-ticket.dto.js';
import { JourneyService } from '../../reports/journey/journey.service.js';
import { DocumentReader } from '../../travel-documents/documents/document-reader.js';
import { OwnAppointment } from '../receipt/own-appointment.js';
import type { Standing } from './next-step.js';

/** How somebody stands, and what of it is shown in full: the visit of today and the journey that is planned. */
interface KnownStanding {
  standing: Standing;
  visit: OwnTicketResponse | null;
  planned: Departure | null;
}

/** Puts together what the stages know of a person's own way home, under whichever case they are helped. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly kept: KeptCase,
    private readonly identity: OwnIdentity,
    private readonly appointments: OwnAppointment,
    private readonly queue: QueueReader,
    private readonly documents: DocumentReader,
    private readonly journey: JourneyService,
    private readonly ahead: OwnJourney,
  ) {}

  async of(caller: Caller): Promise<KnownStanding> {
    const { id, status } = await this.kept.ofCaller(caller);
    const [identity, appointment, visit, { items }, reached, planned] = await Promise.all([
      this.identity.outcome(onlyPost(caller), id),
      this.appointments.of(onlyPost(caller), id),
      unlessNone(this.queue.own(caller)),
      this.documents.ofRegistration(caller, id),
      this.journey.of(caller, id),
      this.ahead.of(onlyPost(caller), id),
    ]);
    const standing = {
      status,
      reached,
      identity,
      appointment,
      ticket: visit?.status ?? null,
      document: items[0]?.status ?? null,
      journey: planned && { leavesAt: planned.scheduledAt, boarded: planned.status === 'boarded' },
    };
    return { standing, visit, planned };
  }
}
