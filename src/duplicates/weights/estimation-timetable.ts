import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { WeightEstimation } from './weight-estimation.js';

/** Looks each hour whether a post has so many more people that its weights are to be estimated anew. */
@Injectable()
export class EstimationTimetable implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly posts: PostsService,
    private readonly weights: WeightEstimation,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('duplicates.estimate', '41 * * * *', () => this.estimateAll());
  }

  async estimateAll(): Promise<void> {
    await eachInTurn(await this.posts.all(), ({ id }) => this.weights.estimate(id));
  }
}
