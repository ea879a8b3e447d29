import { Count, Whole } from '../../platform/http/fields.js';

export class CallByHandRequest {
  @Whole({ min: 1, max: 500, example: 20, description: 'How many people to call.' }) people: number;
}

export class CallByHandResponse {
  @Count({ example: 20, description: 'Fewer than asked for where fewer wait.' }) called: number;
}
