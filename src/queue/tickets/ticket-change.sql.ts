import type { EntityManager } from 'typeorm';
import { ticketsSql, type TicketRow, toTicketResponse } from './ticket-rows.js';
import type { TicketStatus } from './ticket-status.js';
import type { TicketResponse } from './tickets.dto.js';

/** What an act at a counter changes of a ticket, and where that is kept. */
const COLUMNS = {
  status: 'status',
  counterSessionId: 'counter_session_id',
  servingSince: 'serving_since',
  parkedAt: 'parked_at',
  endedAt: 'ended_at',
  outcome: 'outcome',
  needs: 'needs',
  counterId: 'counter_id',
  serviceTypeId: 'service_type_id',
  passedOverAt: 'passed_over_at',
  calledInAt: 'called_in_at',
} as const;

/** New values; a function gives SQL. */
export type TicketChange = {
  readonly [K in keyof typeof COLUMNS]?: string | readonly string[] | null | (() => string);
};
type TicketMove = TicketChange & { readonly status: TicketStatus };

/** Changes ticket `id` into its next version and answers what is told of it then, in one statement. */
export async function changeTicket(
  tx: EntityManager,
  id: string,
  change: TicketMove,
): Promise<TicketResponse> {
  const params: unknown[] = [id];
  const assignments = Object.entries(change).map(([name, value]) => {
    const column = COLUMNS[name as keyof typeof COLUMNS];
    return `${column} = ${typeof value === 'function' ? value() : `$${params.push(value)}`}`;
  });
  const waits = change.status === 'waiting' || change.status === 'parked';
  const [row] = await tx.query<[TicketRow]>(
    `WITH changed AS (
      UPDATE ticket SET ${assignments.join(', ')}, version = version + 1 WHERE id = $1 RETURNING *
    ) ${ticketsSql('changed', waits ? {} : { ahead: '0' })}`,
    params,
  );
  return toTicketResponse(row);
}
