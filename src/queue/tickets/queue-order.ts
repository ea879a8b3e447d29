import { type Band, BAND_RANK, BANDS } from '../../triage/band.js';

/**
 * Who is next: the band, then the time of the booked slot, then who came to the hall first (ids are of version 7 and grow
 * with time). Strict for every band; the index `ticket_next` is in this order. @param ticket its alias in SQL
 */
export const placeOf = (ticket: string): string => `${ticket}.band_rank, ${ticket}.due_at, ${ticket}.id`;

/** @throws Error for a rank that no band has */
export function bandOfRank(rank: number): Band {
  const band = BANDS.find((candidate) => BAND_RANK[candidate] === rank);
  if (!band) throw new Error(`no band has the rank ${rank}`);
  return band;
}
