import { Body, Get, Post } from '@nestjs/common';
import { ReviewsService } from '../../../identity/assignment/reviews.service.js';
import { Allow } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';

/** What the lot gave to an officer to decide second, or to an approver where two differ. */
@PageController()
@Allow('officer', 'approver')
export class ReviewsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly reviews: ReviewsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reviews)
  async show(@CurrentVisit() visit: GuardedVisit) {
    const own = await this.reviews.own(visit.caller);
    return this.pages.show(visit, 'console/reviews', { ...own, asOf: this.clock.now().toISOString() });
  }

  @Post(paths.reviewsAvailability)
  async setAvailable(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    await this.reviews.setAvailable(visit.caller, typed(body, 'available') === 'yes');
    return this.pages.goTo(visit, paths.reviews);
  }
}
