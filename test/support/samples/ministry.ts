import { countsOf, type Figure, FIGURE_CODES } from '../../../src/reports/figures/figures.js';
import { columnChart } from '../../../src/web/drawings/column-chart.js';
import { NO_FORM, NOW, type SamplesOf, YESTERDAY } from './sample.js';

/** Reports a day of January 2026 in Phnom Penh; the third as if few had come. */
const REPORTS = [65, 178, null, 520, 344, 269, 224, 164, 122];
const DAYS = REPORTS.map((_, index) => `2026-01-${16 + index}`);

const shares = (registered: number | null) =>
  countsOf((figure: Figure) =>
    registered === null || figure === 'arrived'
      ? null
      : Math.round(registered * (1 - FIGURE_CODES.indexOf(figure) / 10)),
  );
const definitions = FIGURE_CODES.map((figure) => ({ figure, name: figure, definition: figure }));
const STAFF = {
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'A. Umpama',
    role: 'analyst',
    nav: ['ministry', 'bulletins'],
  },
} as const;

const GROUPS = {
  sex: ['Women and girls', 'Men and boys', 'Another or not said'],
  province: ['Jawa Barat', 'Kepulauan Bangka Belitung', 'Elsewhere or not said'],
};

const bulletin = {
  post: 'PNH',
  day: '2026-01-18',
  revision: 2,
  asOf: NOW,
  timeZone: 'Asia/Phnom_Penh',
  complete: true,
  changedBecause: 'Two documents were void.',
  changes: [{ figure: 'documents-issued' as const, cell: 'of-the-day' as const, before: 42, after: 40 }],
  suppressed: false,
  figures: shares(65),
  cumulative: shares(308),
  definitions,
  figuresHash: 'a'.repeat(64),
};

export const ministry: SamplesOf<'ministry'> = {
  'ministry/counts': [
    {
      model: {
        daily: {
          post: 'PNH',
          timeZone: 'Asia/Phnom_Penh',
          asOf: NOW,
          suppressed: true,
          definitions,
          days: REPORTS.map((registered, index) => ({
            day: DAYS[index]!,
            figures: shares(registered),
            cumulative: shares(registered),
          })),
          total: shares(1886),
        },
        chart: columnChart(REPORTS.map((value, index) => ({ day: DAYS[index]!, value }))),
        values: { from: '2026-01-16', to: '2026-01-24' },
        posts: [
          { code: 'PNH', city: 'Phnom Penh' },
          { code: 'VTE', city: 'Vientiane' },
        ],
        errors: [],
      },
      context: { ...STAFF, path: '/ministry' },
    },
  ],
  'ministry/breakdown': (['sex', 'province'] as const).map((by, index) => ({
    model: {
      breakdown: {
        post: 'PNH',
        timeZone: 'Asia/Phnom_Penh',
        asOf: NOW,
        by,
        day: '2026-01-19',
        suppressed: index === 0,
        definition: 'As people said it themselves.',
        groups: GROUPS[by].map((name) => ({ group: name, name })),
        figures: FIGURE_CODES.map((figure) => ({
          figure,
          day: figure === 'arrived' ? null : '2026-01-18',
          total: figure === 'arrived' ? null : 1440,
          notShown: figure === 'arrived' ? null : 12,
          groups: [],
        })),
        definitions,
      },
      groupings: ['sex', 'age', 'province'],
      rows: GROUPS[by].map((name) => ({
        name,
        people: FIGURE_CODES.map((figure) => (figure === 'arrived' ? null : 714)),
      })),
      values: { day: '2026-01-19' },
      posts: [],
      errors: [],
    },
    context: { ...STAFF, path: '/ministry/groups' },
  })),
  'ministry/bulletins': [
    {
      model: {
        list: {
          post: 'PNH',
          timeZone: 'Asia/Phnom_Penh',
          toFreeze: '2026-01-19',
          items: [
            { day: '2026-01-18', revision: 2, asOf: NOW, complete: true },
            { day: '2026-01-17', revision: 1, asOf: YESTERDAY, complete: false },
          ],
          next: 'x',
        },
        posts: [],
        formKey: NO_FORM.action,
        refused: null,
      },
      context: { ...STAFF, path: '/ministry/bulletins' },
    },
  ],
  'ministry/bulletin': [
    {
      model: { bulletin, newest: true, values: { because: '' }, formKey: 'x', refused: null, errors: [] },
      context: STAFF,
    },
    {
      variant: 'before',
      model: {
        bulletin: {
          ...bulletin,
          revision: 1,
          complete: false,
          changedBecause: null,
          changes: [],
          suppressed: true,
        },
        newest: false,
        values: { because: '' },
        formKey: 'x',
        refused: { code: 'nothing-changed', params: {}, status: 409 },
        errors: [],
      },
      context: STAFF,
    },
  ],
};
