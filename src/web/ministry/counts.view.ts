import type { DailyResponse } from '../../reports/daily/daily.dto.js';
import type { FieldError } from '../forms/form.view.js';
import type { ColumnChart } from '../drawings/column-chart.js';

/** Per day and in total; a figure always says of what, as of when, in which zone. */
export interface CountsPage {
  daily: DailyResponse;
  chart: ColumnChart;
  values: { from: string; to: string };
  /** Posts to choose from, where the reader works for several. */
  posts: readonly { code: string; city: string }[];
  errors: readonly FieldError[];
}
