import { Choice, Choices, Id, Instant, Listed, Nested, Text } from '../../platform/http/fields.js';
import {
  type Judgement,
  JUDGEMENTS,
  type QuestionCode,
  QUESTIONS,
  QUESTIONS_ASKED,
} from './question-bank.js';

export class InterviewAnswer {
  @Choice(QUESTIONS) question: QuestionCode;
  @Text({
    lines: true,
    max: 1000,
    example: 'Ibu Contoh, who rode a red bicycle',
    description: 'Kept sealed.',
  })
  answer: string;
  @Choice(JUDGEMENTS, { description: 'How the officer judges it.' }) judgement: Judgement;
}

export class InterviewAnswersRequest {
  @Nested(() => InterviewAnswer, {
    array: true,
    max: QUESTIONS_ASKED,
    description: 'One for each question that was drawn.',
  })
  answers: InterviewAnswer[];
}

export class JudgedQuestion {
  @Choice(QUESTIONS) question: QuestionCode;
  @Choice(JUDGEMENTS) judgement: Judgement;
}

export class InterviewResponse {
  @Id() id: string;
  @Id() officer: string;
  @Choices(QUESTIONS, { description: 'As the lot drew them.' }) questions: QuestionCode[];
  @Listed(() => JudgedQuestion, { nullable: true }) judged: JudgedQuestion[] | null;
  @Instant() drawnAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}

export class InterviewsResponse {
  @Listed(() => InterviewResponse, { description: 'Latest first.' }) items: InterviewResponse[];
}
