import { type Band, BANDS } from '../../triage/band.js';
import { Choice, Count, Id, Instant, Listed, Text, Texts } from '../../platform/http/fields.js';
import { TICKET_STATUSES, type TicketStatus, VISIT_OUTCOMES, type VisitOutcome } from './ticket-status.js';

/** A visit as an officer sees it. */
export class TicketResponse {
  @Id() id: string;
  @Text({ max: 10, example: '042', description: 'What boards and the printed ticket show.' }) number: string;
  @Id() registrationId: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Choice(TICKET_STATUSES) status: TicketStatus;
  @Choice(BANDS, { example: 'standard' }) band: Band;
  @Text({ max: 40, example: 'identity' }) service: string;
  @Count({ nullable: true, example: 3, description: 'Number of the counter, once called.' })
  counter: number | null;
  @Count({ example: 1, description: 'How often the number was called today.' }) timesCalled: number;
  @Instant() waitingSince: string;
  @Instant({
    nullable: true,
    description: 'When the number was last called to a counter for the first time.',
  })
  calledAt: string | null;
  @Instant({ nullable: true }) servingSince: string | null;
  @Instant({ nullable: true }) parkedAt: string | null;
  @Count({ example: 2, description: 'People who are waiting and come before; 0 once called.' }) ahead: number;
  @Texts({
    max: 50,
    maxItems: 60,
    example: ['language:my', 'service:identity'],
    description: 'Skills that whoever calls should have, while somebody at work has them.',
  })
  needs: string[];
  @Count({ description: 'Notes of officers who handed the person over.' }) notes: number;
  @Count({ example: 1 }) version: number;
}

export class TicketList {
  @Listed(() => TicketResponse) items: TicketResponse[];
}

export class FinishRequest {
  @Choice(VISIT_OUTCOMES, { description: 'Whether everything was done, or the person has to come back.' })
  outcome: VisitOutcome;
}

/** How long somebody will probably wait. Eight in ten wait between `from` and `to` minutes. */
export class ExpectedWaitResponse {
  @Count({ example: 10 }) from: number;
  @Count({ example: 25 }) to: number;
}
