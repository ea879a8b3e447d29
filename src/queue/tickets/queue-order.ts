/**
 * Who is next, as the pure `nextTicket` says and the database's function `place_in_hall` keeps it: urgent strictly first,
 * then those in the hall before those in the holding zone, by when they are due, the vulnerable some minutes ahead; at
 * last who came first (ids are of version 7 and grow with time). The index `ticket_next` is in this order, so that the
 * next of a hundred thousand is found at once. @param ticket its alias in SQL
 */
export const placeOf = (ticket: string): string =>
  `place_in_hall(${ticket}.band_rank, ${ticket}.due_at, ${ticket}.called_in_at), ${ticket}.id`;
