import { columnChart } from '../../../src/web/ministry/column-chart.js';
import { type Counts, FIGURES } from '../../../src/web/ministry/figure.js';
import { NOW, type SamplesOf, YESTERDAY } from './sample.js';

/** Reports a day of January 2026 in Phnom Penh. */
const REPORTS = [65, 178, 65, 520, 344, 269, 224, 164, 122];

const counts = (reported: number): Counts => ({
  reported,
  registered: reported,
  verified: Math.round(reported * 0.6),
  'documents-issued': Math.round(reported * 0.3),
  'exit-cleared': Math.round(reported * 0.2),
  departed: Math.round(reported * 0.1),
  arrived: 'suppressed',
});

const days = REPORTS.map((reported, index) => ({ day: `2026-01-${16 + index}`, counts: counts(reported) }));
const STAFF = { staff: { name: 'A. Umpama', role: 'analyst', nav: ['ministry', 'bulletins'] } } as const;

export const ministry: SamplesOf<'ministry'> = {
  'ministry/counts': [
    {
      model: {
        days,
        total: counts(REPORTS.reduce((sum, reported) => sum + reported, 0)),
        chart: columnChart(days.map(({ day }, index) => ({ day, value: REPORTS[index] ?? 0 }))),
        asOf: NOW,
      },
      context: { ...STAFF, path: '/ministry' },
    },
  ],
  'ministry/bulletins': [
    {
      model: {
        bulletins: [
          { day: '2026-01-18', revision: 1, frozenAt: NOW },
          { day: '2026-01-17', revision: 0, frozenAt: YESTERDAY },
        ],
        toFreeze: '2026-01-19',
      },
      context: { ...STAFF, path: '/ministry/bulletins' },
    },
  ],
  'ministry/bulletin': [
    {
      model: {
        day: '2026-01-18',
        revision: 1,
        frozenAt: NOW,
        rows: FIGURES.map((figure, index) => ({
          figure,
          ofTheDay: 65 - index * 8,
          cumulative: 308 - index * 40,
        })),
        correction: 'Two people had been counted twice.',
      },
      context: STAFF,
    },
  ],
};
