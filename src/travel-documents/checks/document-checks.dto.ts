import { Choice, Day, Instant, Text, Texts } from '../../platform/http/fields.js';
import { type CheckVerdict, CHECK_VERDICTS } from './check-verdict.js';

/** The two printed lines (and the number, if read apart), or the seal, or both. */
export class DocumentCheckRequest {
  @Text({ max: 20, optional: true, example: 'XA0000001' }) number?: string;
  @Texts({
    max: 80,
    maxItems: 2,
    optional: true,
    example: ['PUIDNCONTOH<<BUDI<<<<<<<<<<<<<<<<<<<', 'XA00000011IDN9804170M2601316<<<<<<<<'],
    description: 'As printed at the foot of the document.',
  })
  lines?: string[];
  @Text({
    max: 1000,
    optional: true,
    example: '3AMcjhbR...',
    description: 'The bytes of the bar code, hexadecimal or base64.',
  })
  seal?: string;
}

/** Says whether the document is good, and nothing about its holder. */
export class DocumentCheckResponse {
  @Choice(CHECK_VERDICTS) verdict: CheckVerdict;
  @Text({
    max: 9,
    nullable: true,
    example: 'XA0000001',
    description: 'Where the document is ours and as we issued it.',
  })
  number: string | null;
  @Day({ nullable: true }) validUntil: string | null;
  @Instant() checkedAt: string;
}
