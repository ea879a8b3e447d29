import { type Counts, FIGURE_CODES, type Figure, type ShownCounts } from '../figures/figures.js';
import { type DayFigures, withholdSmall } from '../figures/withholding.js';

interface Cells<T> {
  ofTheDay: T;
  cumulative: T;
}

/** What a bulletin keeps: the figures, and what of them is shown to those who may not see persons. */
export interface FrozenFigures extends Cells<Counts> {
  shown: Cells<ShownCounts>;
}

/** A figure that a revision changed. */
export interface FigureChange {
  figure: Figure;
  cell: 'of-the-day' | 'cumulative';
  before: number | null;
  after: number | null;
}

/** Freezes the last of the days. @param days every day from the first count on, without gaps; at least one */
export function freeze(days: readonly DayFigures[]): FrozenFigures {
  const { ofTheDay, cumulative } = days.at(-1)!;
  const shown = withholdSmall(days).at(-1)!;
  return { ofTheDay, cumulative, shown: { ofTheDay: shown.ofTheDay, cumulative: shown.cumulative } };
}

/** What a reader sees of frozen figures. */
export const cellsFor = (figures: FrozenFigures, seesSmall: boolean): Cells<ShownCounts> =>
  seesSmall ? { ofTheDay: figures.ofTheDay, cumulative: figures.cumulative } : figures.shown;

/** Every figure that differs between two revisions, as one reader sees them. */
export function changesBetween(before: Cells<ShownCounts>, after: Cells<ShownCounts>): FigureChange[] {
  const cells = [
    ['of-the-day', 'ofTheDay'],
    ['cumulative', 'cumulative'],
  ] as const;
  return FIGURE_CODES.flatMap((figure) =>
    cells
      .map(([cell, key]) => ({ figure, cell, before: before[key][figure], after: after[key][figure] }))
      .filter((change) => change.before !== change.after),
  );
}
