import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowEveryone } from '../platform/auth/allow.js';
import { Answers } from '../platform/http/answers.js';
import type { Post } from './post.entity.js';
import { PostList, type PostResponse } from './posts.dto.js';
import { PostsService } from './posts.service.js';

@ApiTags('posts')
@Controller('v1/posts')
export class PostsController {
  constructor(private readonly posts: PostsService) {}

  /** Where people can report, when, and what for. */
  @Get()
  @AllowEveryone()
  @Answers(200, PostList)
  async list(): Promise<PostList> {
    const posts = await this.posts.all();
    return { items: await Promise.all(posts.map((post) => this.describe(post))) };
  }

  private async describe(post: Post): Promise<PostResponse> {
    const [hours, holidays, services, counters] = await Promise.all([
      this.posts.openingHours(post.id),
      this.posts.holidaysToCome(post.id),
      this.posts.serviceTypes(post.id),
      this.posts.counters(post.id),
    ]);
    return {
      id: post.id,
      code: post.code,
      name: post.name,
      city: post.city,
      hostCountry: post.hostCountry,
      sendingCountry: post.sendingCountry,
      timeZone: post.timeZone,
      overstayFinePerDay: Number(post.overstayFinePerDay),
      fineCurrency: post.fineCurrency,
      hotline: post.hotline,
      openingHours: hours.map(({ weekday, opens, closes }) => ({
        weekday,
        opens: opens.slice(0, 5),
        closes: closes.slice(0, 5),
      })),
      holidays: holidays.map(({ day, name }) => ({ day, name })),
      serviceTypes: services.map(({ id, code, minutes }) => ({ id, code, minutes })),
      counters: counters.map(({ id, number, name }) => ({ id, number, name })),
    };
  }
}
