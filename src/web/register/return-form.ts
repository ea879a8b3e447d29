import { Text } from '../../platform/http/fields.js';

/** The codes of a saved draft. */
export class ReturnForm {
  @Text({ max: 40 }) reference: string;
  @Text({ max: 40 }) accessCode: string;
}
