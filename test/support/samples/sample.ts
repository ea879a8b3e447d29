import type { PageContext } from '../../../src/web/page-context.js';
import type { PageModels, PageName } from '../../../src/web/page-models.js';

/** A page filled with a made-up person, to look at and to test. `variant` tells samples of one page apart. */
export interface Sample<Name extends PageName> {
  variant?: string;
  model: PageModels[Name];
  context?: Partial<PageContext>;
}

/** At least one sample of every page, or this does not compile. */
export type Samples = { [Name in PageName]: readonly Sample<Name>[] };

export type SamplesOf<Area extends string> = Pick<Samples, Extract<PageName, `${Area}/${string}`>>;

export const KIOSK: Partial<PageContext> = { surface: 'kiosk' };

/** Every time in the samples is on this day in the post's zone. */
export const NOW = '2026-01-20T10:42:00+07:00';
export const EARLIER = '2026-01-20T10:21:00+07:00';
export const YESTERDAY = '2026-01-19T16:05:00+07:00';
export const TOMORROW = '2026-01-21T09:20:00+07:00';
export const TOMORROW_LATER = '2026-01-21T10:05:00+07:00';
export const REFERENCE = 'PNH-7K3M-Q2XD-5';
export const NO_FORM = { action: '/preview', hidden: [], errors: [] };

/** A supervisor at the console. */
export const STAFF = {
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'R. Teladan',
    role: 'supervisor',
    nav: [
      'today',
      'cases',
      'approvals',
      'supervisor',
      'messages',
      'arrivals',
      'ministry',
      'bulletins',
      'accounts',
      'devices',
    ],
  },
} as const;
