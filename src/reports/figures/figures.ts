import type { Milestone } from '../journey/milestones.js';

/**
 * What is counted: people who reached a milestone, each once. The words that define a figure are
 * `figure.<code>.definition`; the definition itself is the view `journey_milestone`.
 */
export const FIGURES = {
  registered: 'registered',
  triaged: 'triaged',
  verified: 'verified',
  booked: 'booked',
  served: 'served',
  'documents-issued': 'document-issued',
  'clearances-granted': 'clearance-granted',
  departed: 'departed',
  arrived: 'arrived',
} as const satisfies Record<string, Milestone>;

export type Figure = keyof typeof FIGURES;
export const FIGURE_CODES = Object.keys(FIGURES) as Figure[];

/** A count for each figure. */
export type Counts = Record<Figure, number>;
/** A count for each figure; null where it is withheld. */
export type ShownCounts = Record<Figure, number | null>;

export const countsOf = <T>(count: (figure: Figure) => T): Record<Figure, T> =>
  Object.fromEntries(FIGURE_CODES.map((figure) => [figure, count(figure)])) as Record<Figure, T>;
