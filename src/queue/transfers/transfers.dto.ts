import { Count, Id, Instant, Listed, Text, Texts } from '../../platform/http/fields.js';
import { SKILL_FORM } from '../skills/skills.js';

/** To whom, as exactly one of counter, service and skill; and what the next officer should know. */
export class TransferRequest {
  @Id({ optional: true, description: 'A counter that takes people now.' }) counterId?: string;
  @Text({ max: 40, optional: true, example: 'travel-document' }) service?: string;
  @Text({ max: 50, optional: true, pattern: SKILL_FORM, example: 'language:my' }) skill?: string;
  @Text({ lines: true, max: 500, optional: true, example: 'Form filled in; the photo is missing.' })
  note?: string;
}

/** What an officer wrote who handed the person over. */
export class TransferNoteResponse {
  @Text({ lines: true, max: 500, example: 'Form filled in; the photo is missing.' }) note: string;
  @Text({ max: 120, example: 'Sari Contoh' }) writtenBy: string;
  @Count({ example: 3, description: 'Number of the counter.' }) counter: number;
  @Instant() writtenAt: string;
}

export class TransferNoteList {
  @Listed(() => TransferNoteResponse, { description: 'The first one first.' }) items: TransferNoteResponse[];
}

export class TransferCounterResponse {
  @Id() id: string;
  @Count({ example: 3 }) number: number;
  @Text({ max: 120, example: 'Sari Contoh' }) officerName: string;
}

/** To whom somebody can be handed over now. */
export class TransferChoicesResponse {
  @Listed(() => TransferCounterResponse, { description: 'Other counters that take people.' })
  counters: TransferCounterResponse[];
  @Texts({ max: 40, maxItems: 60, example: ['travel-document'] }) services: string[];
  @Texts({ max: 50, maxItems: 60, example: ['protection', 'language:my'] }) skills: string[];
}
