import { Choice, Count, Day, Flag, Instant, Listed, Text } from '../../platform/http/fields.js';
import { DefinitionResponse, PostQuery } from '../figures/figures.dto.js';
import { FIGURE_CODES, type Figure } from '../figures/figures.js';
import { type Grouping, GROUPINGS } from './groupings.js';

export class BreakdownQuery extends PostQuery {
  @Choice(GROUPINGS) by: Grouping;
  @Day({
    optional: true,
    description:
      'Everybody up to the end of this day; if not given, today at the post, and yesterday for who may not see persons.',
  })
  day?: string;
}

export class GroupResponse {
  @Text({
    max: 20,
    example: 'female',
    description: 'Of provinces the code of ISO 3166-2, without the country.',
  })
  group: string;
  @Text({ max: 80, example: 'Women and girls' }) name: string;
}

export class GroupCountResponse {
  @Text({ max: 20, example: 'female' }) group: string;
  @Count({ nullable: true, example: 310, description: 'Null as long as nothing of the figure is shown.' })
  people: number | null;
}

/** One figure by group: the groups and what is not shown of them add up to the total. */
export class FigureBreakdownResponse {
  @Choice(FIGURE_CODES) figure: Figure;
  @Day({
    nullable: true,
    description:
      'Counted up to the end of this day, which may lie before the one asked for where small counts are withheld; null as long as nothing is shown.',
  })
  day: string | null;
  @Count({ nullable: true, example: 520 }) total: number | null;
  @Count({
    nullable: true,
    example: 12,
    description: 'People in the total whose group is not shown yet; 0 where nothing is withheld.',
  })
  notShown: number | null;
  @Listed(() => GroupCountResponse, { description: 'All groups, in the order of `groups`.' })
  groups: GroupCountResponse[];
}

export class BreakdownResponse {
  @Text({ max: 3, example: 'PNH' }) post: string;
  @Text({ max: 60, example: 'Asia/Phnom_Penh' }) timeZone: string;
  @Instant({ description: 'When it was counted.' }) asOf: string;
  @Choice(GROUPINGS) by: Grouping;
  @Day() day: string;
  @Flag({ description: 'Whether small counts are withheld from this reader.' }) suppressed: boolean;
  @Text({ max: 600, example: 'Sex as people said it themselves.' }) definition: string;
  @Listed(() => GroupResponse) groups: GroupResponse[];
  @Listed(() => FigureBreakdownResponse) figures: FigureBreakdownResponse[];
  @Listed(() => DefinitionResponse) definitions: DefinitionResponse[];
}
