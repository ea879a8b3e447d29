import { spreadsheetCsv } from '../../platform/http/spreadsheet-csv.js';
import { type Figure, FIGURE_CODES } from '../figures/figures.js';
import type { BulletinResponse } from './bulletins.dto.js';
import type { FigureChange } from './frozen-figures.js';

/** Columns with their HXL hashtags (HXL 1.1, the second header row). */
const COLUMNS = {
  day: '#date',
  post: '#org+code',
  figure: '#indicator+code',
  people_of_the_day: '#affected+daily',
  people_cumulative: '#affected+cumulative',
  definition: '#meta+definition',
  as_of: '#date+asof',
  time_zone: '#meta+timezone',
  revision: '#meta+revision',
  complete: '#meta+complete',
  changed_because: '#meta+correction',
  of_the_day_before: '#affected+daily+before',
  cumulative_before: '#affected+cumulative+before',
} as const;

/**
 * A bulletin as CSV: a header row, a row of HXL hashtags, a row for each figure. An empty count is withheld;
 * what a correction changed has what it was before it.
 */
export function bulletinCsv(bulletin: BulletinResponse): string {
  const definitions = new Map(bulletin.definitions.map(({ figure, definition }) => [figure, definition]));
  const before = (figure: Figure, cell: FigureChange['cell']) =>
    bulletin.changes.find((change) => change.figure === figure && change.cell === cell)?.before;
  const rows = FIGURE_CODES.map((figure) => [
    bulletin.day,
    bulletin.post,
    figure,
    bulletin.figures[figure],
    bulletin.cumulative[figure],
    definitions.get(figure) ?? '',
    bulletin.asOf,
    bulletin.timeZone,
    bulletin.revision,
    String(bulletin.complete),
    bulletin.changedBecause,
    before(figure, 'of-the-day'),
    before(figure, 'cumulative'),
  ]);
  return spreadsheetCsv([Object.keys(COLUMNS), Object.values(COLUMNS), ...rows]);
}
