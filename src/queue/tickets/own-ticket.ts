import { type ExpectedWait, expectedWait, type HallNow } from './expected-wait.js';
import type { OwnTicketResponse } from './own-ticket.dto.js';
import { ticketNumber } from './ticket-number.js';
import type { TicketRow } from './ticket-rows.js';

type Visit = Pick<TicketRow, 'number' | 'status' | 'counter' | 'ahead'>;
type Hall = Omit<HallNow, 'ahead'>;

/** What a person is told of their own visit. @param hall the counters at work, without who is ahead; nothing if none are known */
export function toOwnTicketResponse(row: Visit, hall: Hall | undefined, asOf: Date): OwnTicketResponse {
  const wait = waitOf(row, hall);
  return {
    number: ticketNumber(row.number),
    status: row.status,
    counter: row.counter,
    ahead: row.ahead,
    expectedMinutes: wait?.minutes ?? null,
    expectedRange: wait ? { from: wait.from, to: wait.to } : null,
    asOf: asOf.toISOString(),
  };
}

/** Only somebody who waits has a wait. */
const waitOf = ({ status, ahead }: Visit, hall: Hall | undefined): ExpectedWait | undefined =>
  status === 'waiting' && hall ? expectedWait({ ...hall, ahead }) : undefined;
