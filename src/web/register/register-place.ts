import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Post } from '../../posts/post.entity.js';
import { PostsService } from '../../posts/posts.service.js';
import type { PageContext } from '../page-context.js';
import { paths } from '../paths.js';

/** Where somebody registers: on which surface, and at which posts they can. */
export interface RegisterPlace {
  surface: PageContext['surface'];
  posts: readonly Post[];
}

export const stepPath = (surface: PageContext['surface'], step: string): string =>
  surface === 'kiosk' ? paths.kioskRegisterStep(step) : paths.registerStep(step);

/** Finds the posts that a caller can register at, and what day it is there. */
@Injectable()
export class RegisterPlaces {
  constructor(
    private readonly posts: PostsService,
    private readonly clock: Clock,
  ) {}

  async of(caller: Caller, surface: PageContext['surface']): Promise<RegisterPlace> {
    const all = await this.posts.all();
    return {
      surface,
      posts: caller.posts.length > 0 ? all.filter(({ id }) => caller.posts.includes(id)) : all,
    };
  }

  /** `YYYY-MM-DD` at the post chosen, or at the only one. */
  today({ posts }: RegisterPlace, chosen: string): string {
    const post = posts.find(({ code }) => code === chosen) ?? posts[0];
    return calendarDay(this.clock.now(), post?.timeZone ?? 'utc');
  }

  /** The calendar year there, by which children are told from adults. */
  year(place: RegisterPlace, chosen: string): number {
    return Number(this.today(place, chosen).slice(0, 4));
  }
}
