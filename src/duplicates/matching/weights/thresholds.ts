export type Outcome = 'same' | 'review' | 'different';

/** From which probability on a pair is proposed as the same, and from which it is shown to an officer. */
const SAME = 0.99;
const REVIEW = 0.5;

export function outcome(probability: number): Outcome {
  if (probability >= SAME) return 'same';
  return probability >= REVIEW ? 'review' : 'different';
}
