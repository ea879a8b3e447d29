import { Nested, Text, Whole } from '../../platform/http/fields.js';
import { OpeningHoursEntry, PostFactsRequest } from './setup.dto.js';

const COUNTRY = { max: 3, pattern: /^[A-Z]{3}$/ };
const MINUTES = { min: 1, max: 240 };

/** Minutes at the counter, of each service that the post has. */
class NewPostServices {
  @Whole({ ...MINUTES, example: 12 }) identity: number;
  @Whole({ ...MINUTES, optional: true, example: 8 }) 'travel-document'?: number;
  @Whole({ ...MINUTES, optional: true, example: 30 }) protection?: number;
}

/** All that a post is opened with; what can be changed later is checked as it is then. */
export class NewPostRequest extends PostFactsRequest {
  @Text({ ...COUNTRY, example: 'PNH', description: 'References begin with it.' }) code: string;
  @Text({ ...COUNTRY, example: 'IDN' }) sendingCountry: string;
  @Text({ ...COUNTRY, example: 'KHM' }) hostCountry: string;
  @Text({ max: 2, pattern: /^[A-Z]{2}$/, example: 'XA', description: 'Numbers of documents begin with it.' })
  documentPrefix: string;
  @Whole({ min: 1, max: 200, example: 10 }) counters: number;
  @Nested(() => NewPostServices) services: NewPostServices;
  @Nested(() => OpeningHoursEntry, { array: true }) openingHours: OpeningHoursEntry[];
}
