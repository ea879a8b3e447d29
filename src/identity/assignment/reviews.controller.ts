import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { AvailabilityRequest, OwnReviewsResponse, TieRequest } from './reviews.dto.js';
import { ReviewsService } from './reviews.service.js';
import { Ties } from './ties.service.js';

@ApiTags('identity')
@Controller('v1')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly ties: Ties,
  ) {}

  /** The cases that the lot gave to the caller. */
  @Get('identity-reviews/own')
  @Allow('officer', 'approver')
  @Answers(200, OwnReviewsResponse)
  own(@CurrentCaller() caller: Caller): Promise<OwnReviewsResponse> {
    return this.reviews.own(caller);
  }

  @Put('identity-reviews/own/availability')
  @Allow('officer', 'approver')
  @Answers(200, OwnReviewsResponse)
  setAvailable(
    @CurrentCaller() caller: Caller,
    @Body() { available }: AvailabilityRequest,
  ): Promise<OwnReviewsResponse> {
    return this.reviews.setAvailable(caller, available);
  }

  /** The caller is tied to this person and keeps away from the case. Cannot be taken back. */
  @Post('registrations/:id/identity/ties')
  @Allow('officer', 'protection', 'approver')
  @Answers(204)
  declareTie(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { kind }: TieRequest,
  ): Promise<void> {
    return this.ties.declare(caller, id, kind);
  }
}
