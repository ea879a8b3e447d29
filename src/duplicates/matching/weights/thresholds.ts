interface Thresholds {
  automatic: number;
  review: number;
}

export type Outcome = 'same' | 'review' | 'different';

/** From which probability on a pair is proposed as the same, and from which it is shown to an officer. */
const THRESHOLDS: Thresholds = { automatic: 0.99, review: 0.5 };

export function outcome(probability: number, thresholds: Thresholds = THRESHOLDS): Outcome {
  if (probability >= thresholds.automatic) return 'same';
  return probability >= thresholds.review ? 'review' : 'different';
}
