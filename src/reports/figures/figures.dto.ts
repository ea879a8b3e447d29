import { Choice, Count, Day, Text } from '../../platform/http/fields.js';
import { FIGURE_CODES, type Figure, type ShownCounts } from './figures.js';

const withheld = {
  nullable: true,
  description: 'Null where it is withheld because it is small, or would give a small one away.',
};

/** People by milestone. */
export class FiguresResponse implements ShownCounts {
  @Count({ ...withheld, example: 520 }) registered: number | null;
  @Count({ ...withheld, example: 518 }) triaged: number | null;
  @Count({ ...withheld, example: 310 }) verified: number | null;
  @Count({ ...withheld, example: 500 }) booked: number | null;
  @Count({ ...withheld, example: 290 }) served: number | null;
  @Count({ ...withheld, example: 120 }) 'documents-issued': number | null;
  @Count({ ...withheld, example: 80 }) 'clearances-granted': number | null;
  @Count({ ...withheld, example: 41 }) departed: number | null;
  @Count({ ...withheld, example: 38 }) arrived: number | null;
}

/** What a figure counts, in words. */
export class DefinitionResponse {
  @Choice(FIGURE_CODES) figure: Figure;
  @Text({ max: 80, example: 'Registered' }) name: string;
  @Text({ max: 400, example: 'People with an open or closed case, merged duplicates not counted.' })
  definition: string;
}

/** The post that figures are about. */
export class PostQuery {
  @Text({
    max: 3,
    min: 3,
    pattern: /^[A-Z]{3}$/,
    optional: true,
    example: 'PNH',
    description: 'Needed by who works for several posts.',
  })
  post?: string;
}

export class PeriodQuery extends PostQuery {
  @Day({ optional: true, description: 'First day; two weeks up to the last if not given.' }) from?: string;
  @Day({ optional: true, description: 'Last day; today at the post if not given.' }) to?: string;
}
