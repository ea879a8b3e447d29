import fc from 'fast-check';
import { drawQuestions, weighInterview } from './interview-rules.js';
import { JUDGEMENTS, type Judgement, QUESTION_BANK, QUESTIONS } from './question-bank.js';

const topicOf = (question: string) =>
  Object.entries(QUESTION_BANK).find(([, questions]) =>
    (questions as readonly string[]).includes(question),
  )![0];

describe('the questions of an interview', () => {
  it('are six, of six topics, not asked before, and others each time', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const before = QUESTIONS.filter((_, at) => at % 4 === 0);
      const drawn = drawQuestions(before);
      expect(drawn).toHaveLength(6);
      expect(new Set(drawn.map(topicOf)).size).toBe(6);
      expect(drawn.filter((question) => before.includes(question))).toEqual([]);
      seen.add(drawn.join());
    }
    expect(seen.size).toBeGreaterThan(30);
  });

  it('come again once all were asked', () => expect(drawQuestions(QUESTIONS)).toHaveLength(6));
});

describe('what an interview is worth', () => {
  it.each<[string, string, boolean]>([
    ['rrrrrr', 'fair', true],
    ['rrrruw', 'fair', true],
    ['rrrrww', 'none', true],
    ['rrruuu', 'none', true],
    ['rrrwww', 'fair', false],
    ['wwwwww', 'fair', false],
  ])('%s: %s, agrees %s', (short, strength, agrees) => {
    const judgements = [...short].map((one) => JUDGEMENTS.find((name) => name[0] === one)!);
    expect(weighInterview(judgements)).toEqual({ strength, agrees });
  });

  it('is never worth more for a wrong answer in place of a right one', () => {
    const worth = (judgements: Judgement[]) => {
      const { strength, agrees } = weighInterview(judgements);
      return agrees ? (strength === 'fair' ? 2 : 1) : 0;
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...JUDGEMENTS), { minLength: 6, maxLength: 6 }), (judgements) =>
        expect(worth(['wrong', ...judgements.slice(1)])).toBeLessThanOrEqual(
          worth(['right', ...judgements.slice(1)]),
        ),
      ),
    );
  });
});
