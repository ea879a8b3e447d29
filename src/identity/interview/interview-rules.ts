import type { Strength } from '../evidence-kinds.js';
import { drawLot, drawLots } from '../assignment/lot.js';
import {
  type Judgement,
  QUESTION_BANK,
  type QuestionCode,
  QUESTIONS_ASKED,
  type QuestionTopic,
} from './question-bank.js';

/** Draws the questions: each of another topic, none that was asked in this case before while there are others. */
export function drawQuestions(before: readonly QuestionCode[]): QuestionCode[] {
  const topics = drawLots(Object.keys(QUESTION_BANK) as QuestionTopic[], QUESTIONS_ASKED);
  return topics.flatMap((topic) => {
    const all: readonly QuestionCode[] = QUESTION_BANK[topic];
    const fresh = all.filter((question) => !before.includes(question));
    return drawLot(fresh.length > 0 ? fresh : all) ?? [];
  });
}

/**
 * What an interview is worth: two thirds right and at most one wrong speak for the person, half wrong speak against them,
 * everything between proves nothing.
 */
export function weighInterview(judgements: readonly Judgement[]): { strength: Strength; agrees: boolean } {
  const share = (which: Judgement) =>
    judgements.filter((one) => one === which).length / Math.max(1, judgements.length);
  if (share('wrong') >= 1 / 2) return { strength: 'fair', agrees: false };
  const holds = share('right') >= 2 / 3 && judgements.filter((one) => one === 'wrong').length <= 1;
  return { strength: holds ? 'fair' : 'none', agrees: true };
}
