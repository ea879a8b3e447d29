import { BAND_RANK } from '../../triage/band.js';
import { ticketNumber } from '../tickets/ticket-number.js';
import type { CallRow, CounterRow, WaitingRow } from './hall.sql.js';
import type { CounterAtWorkResponse, QueueResponse } from './queue.dto.js';

export interface HallRows {
  waiting: readonly WaitingRow[];
  calls: readonly CallRow[];
  counters: readonly CounterRow[];
  asOf: Date;
}

export interface Told {
  /** Whether the names of those at work are told. */
  withOfficers: boolean;
  /** Whether what closes a counter from outside is told. */
  withSessions?: boolean;
}

/** The hall in numbers. */
export function toQueueResponse({ waiting, calls, counters, asOf }: HallRows, told: Told): QueueResponse {
  const people = (rank: number) => waiting.find(({ bandRank }) => bandRank === rank)?.people ?? 0;
  return {
    waiting: waiting.reduce((sum, row) => sum + row.people, 0),
    byBand: {
      urgent: people(BAND_RANK.urgent),
      high: people(BAND_RANK.high),
      standard: people(BAND_RANK.standard),
    },
    longestMinutes:
      waiting.length === 0 ? null : Math.max(...waiting.map(({ longestMinutes }) => longestMinutes)),
    called: calls.map(({ number, counter }) => ({ number: ticketNumber(number), counter })),
    counters: counters.map((counter) => toCounter(counter, told)),
    asOf: asOf.toISOString(),
  };
}

const toCounter = (
  { number, state, officerName, sessionId, ticket, since }: CounterRow,
  { withOfficers, withSessions = false }: Told,
): CounterAtWorkResponse => ({
  number,
  state,
  ...(withOfficers && officerName !== null && { officerName }),
  ...(withSessions && sessionId !== null && { sessionId }),
  ticket: ticket === null ? null : ticketNumber(ticket),
  since: since?.toISOString() ?? null,
});
