import type { Answers } from './answers.js';
import { birthDateOf } from './report.js';

/** A birth date as we understood it. */
export interface Born {
  day: string;
  month: string;
  year: string;
  /** What was typed, where that was in other digits or another calendar. */
  written: string | null;
}

/** The Gregorian date in Latin digits, to be confirmed by whoever typed it in another way. */
export function bornOf(answers: Answers): Born {
  const { day, month, year } = birthDateOf(answers) as Record<string, string | number | undefined>;
  const read = [day, month, year].map((part) => String(part ?? ''));
  const typed = [answers.day, answers.month, answers.year].map((part) => part.trim());
  const same = read.every((part, index) => part === typed[index]!.replace(/^0+(?=\d)/, ''));
  const written = same ? null : typed.map((part) => part || '–').join(' / ');
  return { day: read[0]!, month: read[1]!, year: read[2]!, written };
}
