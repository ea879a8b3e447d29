import type { Figures } from './figures.js';

const percent = (share: number) => `${(100 * share).toFixed(2)} %`.padStart(9);

/** A short table for people. */
export function printFigures({
  records,
  truePairs,
  automatic,
  withReview,
  reviewShare,
  seconds,
}: Figures): void {
  console.log(`${records} records, ${truePairs} true pairs, ${seconds.toFixed(1)} s`);
  console.log(
    `proposed    precision ${percent(automatic.precision)}   recall ${percent(automatic.recall)}   F1 ${automatic.f1.toFixed(4)}`,
  );
  console.log(
    `with review                       recall ${percent(withReview.recall)}   ${percent(reviewShare)} of the records are in a pair to review`,
  );
}
