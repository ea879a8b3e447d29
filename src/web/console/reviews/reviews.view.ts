import type { OwnReviewsResponse } from '../../../identity/assignment/reviews.dto.js';

/** The cases on which the lot fell for the reader. */
export interface ReviewsPage extends OwnReviewsResponse {
  asOf: string;
}
