import type { Counts } from './figure.js';
import type { ColumnChart } from './column-chart.js';

export interface DayCounts {
  /** `YYYY-MM-DD` in the post's zone. */
  day: string;
  counts: Counts;
}

/** Per day and in total; a figure always says of what, as of when, in which zone. */
export interface CountsPage {
  days: readonly DayCounts[];
  total: Counts;
  chart: ColumnChart;
  asOf: string;
}
