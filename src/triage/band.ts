/** Priority bands, most pressing first. Strict for `urgent`: nobody else is served before (standards: queueing). */
export const BANDS = ['urgent', 'high', 'standard'] as const;
export type Band = (typeof BANDS)[number];

/** Lower comes first; sorts people across the stages that serve by band. */
export const BAND_RANK: Readonly<Record<Band, number>> = { urgent: 0, high: 1, standard: 2 };

/** The band of a rank. @throws Error for a rank that no band has */
export function bandOfRank(rank: number): Band {
  const band = BANDS.find((candidate) => BAND_RANK[candidate] === rank);
  if (!band) throw new Error(`no band has the rank ${rank}`);
  return band;
}
