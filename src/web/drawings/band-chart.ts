import { round, valueScale } from './value-scale.js';

/** What may be at the end of a day. */
export interface BandDay {
  /** `YYYY-MM-DD`. */
  day: string;
  low: number;
  middle: number;
  high: number;
}

/** Geometry of a line within a band in SVG user units; the template draws it, so no mark-up is made here. */
export interface BandChart {
  width: number;
  height: number;
  left: number;
  /** Corners of the band, as `points` takes them. */
  band: string;
  line: string;
  /** Horizontal lines with their values. */
  lines: readonly { y: number; value: number }[];
  labels: readonly { x: number; day: string }[];
}

const WIDTH = 360;
const HEIGHT = 200;
const LEFT = 46;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 28;
const LABELS = 3;

/** @param days oldest first, at least two; low <= middle <= high, not negative */
export function bandChart(days: readonly BandDay[]): BandChart {
  const highest = Math.max(...days.map(({ high }) => high));
  const { y, lines } = valueScale(highest, { top: TOP, base: HEIGHT - BOTTOM });
  const pitch = (WIDTH - LEFT - RIGHT) / (days.length - 1);
  const x = (index: number) => round(LEFT + pitch * index);
  const points = (value: (day: BandDay) => number) =>
    days.map((day, index) => `${x(index)},${y(value(day))}`);
  const high = points((day) => day.high);
  const low = points((day) => day.low);
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    band: [...high, ...low.reverse()].join(' '),
    line: points((day) => day.middle).join(' '),
    lines,
    labels: Array.from({ length: LABELS }, (_, index) => {
      const at = Math.round(((days.length - 1) / (LABELS - 1)) * index);
      return { x: x(at), day: days[at]!.day };
    }),
  };
}
