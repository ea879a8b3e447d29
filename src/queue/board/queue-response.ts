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

/** The hall in numbers. @param withOfficers whether the names of those at work are told */
export function toQueueResponse(
  { waiting, calls, counters, asOf }: HallRows,
  { withOfficers }: { withOfficers: boolean },
): QueueResponse {
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
    counters: counters.map((counter) => toCounter(counter, withOfficers)),
    asOf: asOf.toISOString(),
  };
}

const toCounter = (
  { number, state, officerName, ticket, since }: CounterRow,
  withOfficers: boolean,
): CounterAtWorkResponse => ({
  number,
  state,
  ...(withOfficers && officerName !== null && { officerName }),
  ticket: ticket === null ? null : ticketNumber(ticket),
  since: since?.toISOString() ?? null,
});
