import { niceCeiling } from '../../ministry/column-chart.js';

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
const LINES = 4;
const LABELS = 3;

/** @param days oldest first, at least two; low <= middle <= high, not negative */
export function bandChart(days: readonly BandDay[]): BandChart {
  const top = niceCeiling(Math.max(...days.map(({ high }) => high)));
  const base = HEIGHT - BOTTOM;
  const scale = (base - TOP) / top;
  const pitch = (WIDTH - LEFT - RIGHT) / (days.length - 1);
  const x = (index: number) => round(LEFT + pitch * index);
  const points = (value: (day: BandDay) => number) =>
    days.map((day, index) => `${x(index)},${round(base - value(day) * scale)}`);
  const high = points((day) => day.high);
  const low = points((day) => day.low);
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    band: [...high, ...low.reverse()].join(' '),
    line: points((day) => day.middle).join(' '),
    lines: Array.from({ length: LINES + 1 }, (_, index) => {
      const value = (top / LINES) * index;
      return { y: round(base - value * scale), value };
    }),
    labels: Array.from({ length: LABELS }, (_, index) => {
      const at = Math.round(((days.length - 1) / (LABELS - 1)) * index);
      return { x: x(at), day: days[at]!.day };
    }),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
