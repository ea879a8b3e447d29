import { Day, Flag, Instant, Listed, Nested, Text } from '../../platform/http/fields.js';
import { DefinitionResponse, FiguresResponse } from '../figures/figures.dto.js';

export class DayResponse {
  @Day({ description: 'From midnight to midnight in the zone of the post.' }) day: string;
  @Nested(() => FiguresResponse, { description: 'People who reached the milestone on that day.' })
  figures: FiguresResponse;
  @Nested(() => FiguresResponse, { description: 'Everyone who reached it up to the end of that day.' })
  cumulative: FiguresResponse;
}

export class DailyResponse {
  @Text({ max: 3, example: 'PNH' }) post: string;
  @Text({ max: 60, example: 'Asia/Phnom_Penh' }) timeZone: string;
  @Instant() asOf: string;
  @Flag({ description: 'Whether small counts are withheld from this reader.' }) suppressed: boolean;
  @Listed(() => DefinitionResponse) definitions: DefinitionResponse[];
  @Listed(() => DayResponse, { description: 'Oldest first, no day left out.' }) days: DayResponse[];
  @Nested(() => FiguresResponse, {
    description: 'From the very first report up to the end of the last day shown.',
  })
  total: FiguresResponse;
}
