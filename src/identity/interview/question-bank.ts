/**
 * What only somebody who grew up and lived there would know, by topic. Each code has words `interview-question.<code>`.
 * None asks about the crime, the route or the compound: that is protection's, and hurts. None has an answer that a search
 * engine gives; the officer judges by how somebody answers, and by asking on.
 */
export const QUESTION_BANK = {
  home: ['home-way', 'home-neighbours', 'home-water', 'home-landmark'],
  school: ['school-teacher', 'school-uniform', 'school-way', 'school-friend'],
  family: ['family-names', 'family-celebration', 'family-work', 'family-eldest'],
  village: ['village-market', 'village-head', 'village-nickname', 'village-event'],
  everyday: ['everyday-dish', 'everyday-transport', 'everyday-shop', 'everyday-price'],
  belonging: ['belonging-song', 'belonging-prayer', 'belonging-game', 'belonging-saying'],
  papers: ['papers-where', 'papers-card', 'papers-clinic', 'papers-bank'],
} as const satisfies Record<string, readonly string[]>;

export type QuestionTopic = keyof typeof QUESTION_BANK;
export type QuestionCode = (typeof QUESTION_BANK)[QuestionTopic][number];
export const QUESTIONS: readonly QuestionCode[] = Object.values(QUESTION_BANK).flat();
/** Of the bank, in one interview. */
export const QUESTIONS_ASKED = 6;

export const JUDGEMENTS = ['right', 'unsure', 'wrong'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];
