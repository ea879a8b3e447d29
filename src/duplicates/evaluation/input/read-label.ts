import { UsageFault } from '../../../platform/command-line/usage-fault.js';

const TRUE = new Set(['true', '1', '1.0', 'yes', 'y', 't', 'match', 'same']);
const FALSE = new Set([
  'false',
  '0',
  '0.0',
  'no',
  'n',
  'f',
  '',
  'nomatch',
  'nonmatch',
  'mismatch',
  'different',
]);

/** @throws UsageFault where the text says neither that a pair is one person nor that it is two */
export function readLabel(text: string | undefined, index: number): boolean {
  const label = (text ?? '').toLowerCase().replace(/[\s_-]/g, '');
  if (TRUE.has(label)) return true;
  if (FALSE.has(label)) return false;
  throw new UsageFault(`is_match is true or false, not "${text}" as in pair ${index + 1}.`);
}
