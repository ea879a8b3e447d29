/** Where a document lets its holder go: once, through these countries, to that one. */
export interface NamedRoute {
  transit: readonly string[];
  destination: string;
}

/**
 * Whether a journey stays within what is printed on the document (ICAO Doc 9303-8: named transit points and destination,
 * as on the ticket). A ticket may leave countries out, not add any, and goes through them in the order named.
 * @param journey countries in order, the last where it ends; empty where nobody said (tickets planned before it was
 *   asked for), which no document contradicts
 */
export function coversRoute({ transit, destination }: NamedRoute, journey: readonly string[]): boolean {
  const between = journey.slice(0, -1);
  if (journey.length > 0 && journey.at(-1) !== destination) return false;
  let from = 0;
  return between.every((country) => {
    const at = transit.indexOf(country, from);
    from = at + 1;
    return at >= 0;
  });
}
