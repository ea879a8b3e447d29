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
const LINES = 4;

/** @param days oldest first, values >= 0 or withheld. An empty list gives a chart without columns. */
export function columnChart(days: readonly { day: string; value: number | null }[]): ColumnChart {
  const top = niceCeiling(Math.max(0, ...days.map(({ value }) => value ?? 0)));
  const base = HEIGHT - BOTTOM;
  const scale = (base - TOP) / top;
  const pitch = (WIDTH - LEFT) / Math.max(1, days.length);
  const every = Math.ceil(days.length / MOST_LABELS);
  return {
    width: WIDTH,
    height: HEIGHT,
    columns: days.map(({ day, value }, index) => ({
      day,
      value,
      x: round(LEFT + pitch * (index + GAP / 2)),
      y: round(base - (value ?? 0) * scale),
      width: round(pitch * (1 - GAP)),
      height: round((value ?? 0) * scale),
      labelled: (days.length - 1 - index) % every === 0,
    })),
    lines: Array.from({ length: LINES + 1 }, (_, index) => {
      const value = (top / LINES) * index;
      return { y: round(base - value * scale), value };
    }),
  };
}

/** The smallest of 4, 8, 20, 40, 80, 200 ... that is not below the value: divisible into whole quarters. */
export function niceCeiling(value: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [4, 8, 20]) if (value <= step * power) return step * power;
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
