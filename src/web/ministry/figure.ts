/** What a ministry counts. Each has one definition, shown wherever it is quoted: `figure.<code>.definition`. */
export const FIGURES = [
  'reported',
  'registered',
  'verified',
  'documents-issued',
  'exit-cleared',
  'departed',
  'arrived',
] as const;
export type Figure = (typeof FIGURES)[number];

/** A count, or `suppressed` where it is 1 to 4 and the reader may not see persons. */
export type Count = number | 'suppressed';

export type Counts = Readonly<Record<Figure, Count>>;
