import type { BreakdownResponse } from '../../reports/breakdowns/breakdown.dto.js';
import type { FieldError } from '../forms/form.view.js';

/** Figures by sex, age group or home province, up to the end of a day. */
export interface BreakdownPage {
  breakdown: BreakdownResponse;
  /** By what it may be. */
  groupings: readonly string[];
  /** The groups with a number: of the many provinces most have none. */
  rows: readonly { name: string; people: readonly (number | null)[] }[];
  values: { day: string };
  /** Posts to choose from, where the reader works for several. */
  posts: readonly { code: string; city: string }[];
  errors: readonly FieldError[];
}
