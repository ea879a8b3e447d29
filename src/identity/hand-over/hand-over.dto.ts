import { Text } from '../../platform/http/fields.js';

export class HandOverRequest {
  @Text({
    max: 3,
    min: 3,
    pattern: /^[A-Z]{3}$/,
    example: 'MYS',
    description: 'The country whose embassy helps, ISO 3166 alpha-3.',
  })
  country: string;
}
