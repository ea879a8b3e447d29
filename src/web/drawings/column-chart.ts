import { round, valueScale } from './value-scale.js';

/** Geometry of a column chart in SVG user units; the template draws it, so no mark-up is made here. */
export interface ColumnChart {
  width: number;
  height: number;
  columns: readonly ChartColumn[];
  /** Horizontal lines with their values. */
  lines: readonly { y: number; value: number }[];
}

export interface ChartColumn {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Null where it is withheld. */
  value: number | null;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Labels are thinned where columns are many. */
  labelled: boolean;
}

const WIDTH = 720;
const HEIGHT = 280;
const LEFT = 56;
const TOP = 20;
const BOTTOM = 36;
const GAP = 0.25;
const MOST_LABELS = 10;

/** @param days oldest first, values >= 0 or withheld. An empty list gives a chart without columns. */
export function columnChart(days: readonly { day: string; value: number | null }[]): ColumnChart {
  const highest = Math.max(0, ...days.map(({ value }) => value ?? 0));
  const { y, height, lines } = valueScale(highest, { top: TOP, base: HEIGHT - BOTTOM });
  const pitch = (WIDTH - LEFT) / Math.max(1, days.length);
  const every = Math.ceil(days.length / MOST_LABELS);
  return {
    width: WIDTH,
    height: HEIGHT,
    columns: days.map(({ day, value }, index) => ({
      day,
      value,
      x: round(LEFT + pitch * (index + GAP / 2)),
      y: y(value ?? 0),
      width: round(pitch * (1 - GAP)),
      height: height(value ?? 0),
      labelled: (days.length - 1 - index) % every === 0,
    })),
    lines,
  };
}
